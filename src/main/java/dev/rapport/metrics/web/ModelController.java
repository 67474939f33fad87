package dev.rapport.metrics.web;

import dev.rapport.metrics.Dashboards;
import dev.rapport.metrics.formula.Span;
import dev.rapport.metrics.note.ChartNoteQuery;
import dev.rapport.metrics.predictive.Equity;
import dev.rapport.metrics.predictive.FitQueue;
import dev.rapport.metrics.predictive.Fits;
import dev.rapport.metrics.predictive.StoredFit;
import dev.rapport.metrics.predictive.Tracking;
import dev.rapport.metrics.predictive.Trackings;
import dev.rapport.metrics.prepared.PageQuestions;
import dev.rapport.metrics.prepared.Preparations;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.web.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The models behind lifetime value: what they say, whether to believe them, and who makes up the whole. */
@Controller
class ModelController {

    private final Fits fits;
    private final FitQueue queue;
    private final Trackings trackings;
    private final Equity equity;
    private final ChartNoteQuery notes;
    private final Dashboards dashboards;
    private final Preparations preparations;
    private final PageQuestions questions;
    private final BusinessSettings business;
    private final MessageSource messages;

    ModelController(
            Fits fits,
            FitQueue queue,
            Trackings trackings,
            Equity equity,
            ChartNoteQuery notes,
            Dashboards dashboards,
            Preparations preparations,
            PageQuestions questions,
            BusinessSettings business,
            MessageSource messages) {
        this.fits = fits;
        this.queue = queue;
        this.trackings = trackings;
        this.equity = equity;
        this.notes = notes;
        this.dashboards = dashboards;
        this.preparations = preparations;
        this.questions = questions;
        this.business = business;
        this.messages = messages;
    }

    @GetMapping("/numbers/clv/model")
    String model(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @RequestParam(required = false) @Nullable LocalDate asOf,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @RequestParam(required = false) @Nullable
                    LocalDate calibration,
            @ModelAttribute("fmt") Formats formats,
            Model model,
            Locale locale) {
        LocalDate day = Days.of(asOf, dashboards.extent(), business.today());
        Optional<LocalDate> held = calibration == null
                ? trackings.calibration(day)
                : Optional.of(Days.sane(calibration)).filter(then -> then.isBefore(day));
        boolean waits = queue.ask(day);
        waits |= held.isPresent() && queue.ask(held.get());
        Optional<StoredFit> fit = fits.last(day);
        ModelCharts charts = new ModelCharts(formats, messages, locale);
        model.addAttribute("asOf", day);
        model.addAttribute("calibration", held.orElse(null));
        model.addAttribute("figures", new Figures(formats, messages, locale));
        model.addAttribute("fit", fit.orElse(null));
        waits |= !Preparing.shown(model, "clv", preparations.atOnce(questions.values(day)));
        if (held.isPresent()) {
            waits |= !tracked(held.get(), day, model, charts);
        }
        fit.filter(found -> found.buying() != null)
                .ifPresent(found -> model.addAttribute("repeatsChart", charts.repeats(found)));
        if (fit.isPresent() && fit.get().reason() == null) {
            Optional<Preparations.Answer<Equity.Answer>> answer = preparations.atOnce(questions.equity(fit.get()));
            waits |= !Preparing.shown(model, "equity", answer);
            answer.ifPresent(found -> model.addAttribute("move", found.value().move()));
        }
        model.addAttribute("waits", waits);
        return "metrics/model";
    }

    /** Whether it is known how the model of then did, be it that there is none. */
    private boolean tracked(LocalDate calibration, LocalDate day, Model model, ModelCharts charts) {
        Optional<Preparations.Answer<Optional<Tracking>>> answer =
                preparations.atOnce(questions.tracking(calibration, day));
        if (!Preparing.shown(model, "tracked", answer)) {
            return false;
        }
        answer.get().value().ifPresent(tracking -> {
            model.addAttribute("tracking", tracking);
            List<Tracking.Week> weeks = tracking.weeks();
            List<ChartNoteQuery.Pinned> pinned = weeks.isEmpty()
                    ? List.of()
                    : notes.in(new Span(
                            weeks.get(0).end().minusDays(6),
                            weeks.get(weeks.size() - 1).end()));
            model.addAttribute("pinned", pinned);
            model.addAttribute("trackingChart", charts.tracking(tracking, pinned));
        });
        return true;
    }

    @GetMapping("/numbers/clv/customers")
    String customers(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @RequestParam(required = false) @Nullable LocalDate asOf,
            Model model) {
        LocalDate day = Days.of(asOf, dashboards.extent(), business.today());
        model.addAttribute("asOf", day);
        boolean waits = queue.ask(day);
        Optional<StoredFit> fit = fits.last(day);
        model.addAttribute("fit", fit.orElse(null));
        if (fit.isPresent() && fit.get().reason() == null) {
            Optional<Preparations.Answer<Equity.Answer>> answer = preparations.soon(questions.equity(fit.get()));
            if (!Preparing.shown(model, "equity", answer)) {
                return Preparing.VIEW;
            }
            model.addAttribute("buyers", equity.top(answer.get().value()));
        }
        model.addAttribute("waits", waits);
        return "metrics/clv-customers";
    }
}

package dev.rapport.metrics.web;

import dev.rapport.metrics.Dashboards;
import dev.rapport.metrics.Metrics;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.formula.Span;
import dev.rapport.metrics.note.ChartNoteQuery;
import dev.rapport.metrics.predictive.Equity;
import dev.rapport.metrics.predictive.FitQueue;
import dev.rapport.metrics.predictive.Fits;
import dev.rapport.metrics.predictive.StoredFit;
import dev.rapport.metrics.predictive.Tracking;
import dev.rapport.metrics.predictive.Trackings;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.web.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
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
    private final Metrics metrics;
    private final ChartNoteQuery notes;
    private final Dashboards dashboards;
    private final BusinessSettings business;
    private final MessageSource messages;

    ModelController(
            Fits fits,
            FitQueue queue,
            Trackings trackings,
            Equity equity,
            Metrics metrics,
            ChartNoteQuery notes,
            Dashboards dashboards,
            BusinessSettings business,
            MessageSource messages) {
        this.fits = fits;
        this.queue = queue;
        this.trackings = trackings;
        this.equity = equity;
        this.metrics = metrics;
        this.notes = notes;
        this.dashboards = dashboards;
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
        model.addAttribute("waits", waits);
        model.addAttribute("figures", new Figures(formats, messages, locale));
        model.addAttribute("fit", fit.orElse(null));
        model.addAttribute("clv", metrics.clv(Scope.of(Span.yearTo(day))));
        held.flatMap(then -> trackings.of(then, day)).ifPresent(tracking -> {
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
        fit.filter(found -> found.buying() != null)
                .ifPresent(found -> model.addAttribute("repeatsChart", charts.repeats(found)));
        fit.filter(found -> found.reason() == null)
                .ifPresent(found -> model.addAttribute(
                        "move",
                        equity.since(Span.yearTo(found.asOf()).dayBefore(), found)
                                .move()));
        return "metrics/model";
    }

    /** What a page that waits asks for: once all is fitted, htmx loads that page anew. */
    @GetMapping("/numbers/clv/ready")
    ResponseEntity<Void> ready(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @RequestParam LocalDate asOf,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @RequestParam(required = false) @Nullable
                    LocalDate calibration) {
        boolean waits = queue.ask(Days.sane(asOf));
        waits |= calibration != null && queue.ask(Days.sane(calibration));
        return waits
                ? ResponseEntity.noContent().build()
                : ResponseEntity.noContent().header("HX-Refresh", "true").build();
    }

    @GetMapping("/numbers/clv/customers")
    String customers(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @RequestParam(required = false) @Nullable LocalDate asOf,
            Model model) {
        LocalDate day = Days.of(asOf, dashboards.extent(), business.today());
        model.addAttribute("asOf", day);
        model.addAttribute("waits", queue.ask(day));
        Optional<StoredFit> fit = fits.last(day);
        model.addAttribute("fit", fit.orElse(null));
        fit.filter(found -> found.reason() == null).ifPresent(found -> model.addAttribute("buyers", equity.top(found)));
        return "metrics/clv-customers";
    }
}

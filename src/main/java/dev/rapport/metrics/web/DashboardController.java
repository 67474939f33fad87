package dev.rapport.metrics.web;

import dev.rapport.metrics.Dashboard;
import dev.rapport.metrics.Dashboards;
import dev.rapport.metrics.Extent;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.Period;
import dev.rapport.metrics.PeriodChoice;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.formula.Span;
import dev.rapport.metrics.note.ChartNoteQuery;
import dev.rapport.metrics.overtime.GoalBoard;
import dev.rapport.metrics.overtime.GoalProgress;
import dev.rapport.metrics.predictive.FitQueue;
import dev.rapport.metrics.prepared.Preparations;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Formats;
import dev.rapport.platform.web.HomeNotices;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The numbers on one page; the home page until there is a better one. */
@Controller
class DashboardController {

    private static final int UNPROCESSABLE = 422;
    private static final int GOALS = 3;

    private final Dashboards dashboards;
    private final FitQueue queue;
    private final Preparations preparations;
    private final BusinessSettings business;
    private final MessageSource messages;
    private final HomeNotices notices;
    private final ChartNoteQuery notes;
    private final GoalBoard goals;
    private final GroupPicker groups;

    DashboardController(
            Dashboards dashboards,
            FitQueue queue,
            Preparations preparations,
            BusinessSettings business,
            MessageSource messages,
            HomeNotices notices,
            ChartNoteQuery notes,
            GoalBoard goals,
            GroupPicker groups) {
        this.dashboards = dashboards;
        this.queue = queue;
        this.preparations = preparations;
        this.business = business;
        this.messages = messages;
        this.notices = notices;
        this.notes = notes;
        this.goals = goals;
        this.groups = groups;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/numbers";
    }

    @GetMapping("/numbers")
    String show(
            @ModelAttribute("asked") Asked asked,
            @ModelAttribute("fmt") Formats formats,
            @Nullable Authentication authentication,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Extent extent = dashboards.extent();
        model.addAttribute("homeNotices", notices.of(authentication));
        model.addAttribute("extent", extent);
        Figures figures = new Figures(formats, messages, locale);
        model.addAttribute("figures", figures);
        if (!extent.figures()) {
            model.addAttribute("overview", dashboards.overview(Span.yearTo(business.today())));
            return "metrics/start";
        }
        Period period = period(asked, extent, model, locale, response);
        queue.ask(period.span().to());
        Scope scope = asked.scope(period.span());
        Dashboards.Shown shown = shown(period, scope);
        if (shown == null) {
            return Preparing.VIEW;
        }
        Dashboard dashboard = shown.dashboard();
        groups.show(model, asked.group(), period.span().to(), formats, locale);
        Charts charts = new Charts(formats, messages, locale);
        model.addAttribute("dashboard", dashboard);
        model.addAttribute("since", shown.since());
        model.addAttribute("overview", dashboard.overview());
        model.addAttribute("briefing", new BriefingText(dashboard, figures, messages, locale).sentences());
        model.addAttribute(
                "choices",
                Arrays.stream(PeriodChoice.values())
                        .filter(choice -> choice != PeriodChoice.OWN)
                        .toList());
        List<ChartNoteQuery.Pinned> pinned = notes.in(dashboard.period().span());
        String currency = business.currency().getCurrencyCode();
        model.addAttribute("revenueChart", charts.noted(charts.revenue(dashboard, currency), dashboard, pinned));
        List<GoalProgress> next = scope.everybody() ? goals.next(GOALS, dashboard) : List.of();
        GoalWords words = new GoalWords(formats, messages, locale);
        model.addAttribute(
                "npsChart",
                charts.noted(charts.nps(dashboard), dashboard, pinned)
                        .aimed(words.targets(
                                Metric.NPS,
                                next.stream().map(GoalProgress::goal).toList())));
        model.addAttribute("pinned", pinned);
        model.addAttribute("goals", next);
        model.addAttribute("words", words);
        return "metrics/dashboard";
    }

    /** Null where nothing is known of it yet that could be shown. */
    private Dashboards.@Nullable Shown shown(Period period, Scope scope) {
        if (scope.everybody()) {
            boolean known = dashboards.known(period)
                    || preparations
                            .soon("dashboard", List.of(period), () -> dashboards.of(period))
                            .isPresent();
            return known ? dashboards.soon(period) : null;
        }
        return preparations
                .soon("dashboard", List.of(period, scope.group()), () -> dashboards.of(period, scope.group()))
                .map(found -> new Dashboards.Shown(
                        dashboards.withLatestContacts(found.value(), scope.group()), found.since()))
                .orElse(null);
    }

    private Period period(Asked asked, Extent extent, Model model, Locale locale, HttpServletResponse response) {
        try {
            return asked.in(extent, business.today());
        } catch (Refused refused) {
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("problem", messages.getMessage(refused.key(), refused.args(), locale));
            return asked.chosen(extent, business.today());
        }
    }
}

package dev.rapport.metrics.web;

import dev.rapport.metrics.Dashboards;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.Period;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.overtime.GoalBoard;
import dev.rapport.metrics.overtime.GoalDetails;
import dev.rapport.metrics.overtime.Recomputed;
import dev.rapport.metrics.overtime.Snapshot;
import dev.rapport.metrics.overtime.Snapshots;
import dev.rapport.metrics.predictive.FitQueue;
import dev.rapport.metrics.prepared.PageQuestions;
import dev.rapport.metrics.prepared.Preparations;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.web.Formats;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What one figure is made of; a page of its own that also opens over the dashboard. */
@Controller
class TraceController {

    private final Dashboards dashboards;
    private final GroupPicker groups;
    private final FitQueue queue;
    private final Snapshots snapshots;
    private final GoalBoard goals;
    private final Preparations preparations;
    private final PageQuestions questions;
    private final BusinessSettings business;
    private final MessageSource messages;

    TraceController(
            Dashboards dashboards,
            GroupPicker groups,
            FitQueue queue,
            Snapshots snapshots,
            GoalBoard goals,
            Preparations preparations,
            PageQuestions questions,
            BusinessSettings business,
            MessageSource messages) {
        this.dashboards = dashboards;
        this.groups = groups;
        this.queue = queue;
        this.snapshots = snapshots;
        this.goals = goals;
        this.preparations = preparations;
        this.questions = questions;
        this.business = business;
        this.messages = messages;
    }

    @GetMapping("/numbers/{name}")
    String show(
            @PathVariable String name,
            @ModelAttribute("asked") Asked asked,
            @ModelAttribute("fmt") Formats formats,
            Model model,
            Locale locale) {
        Metric metric = Metric.of(name);
        Period period = asked.in(dashboards.extent(), business.today());
        if (metric == Metric.CLV) {
            queue.ask(period.span().to());
        }
        Scope scope = asked.scope(period.span());
        if (!Preparing.shown(model, "trace", preparations.soon(questions.trace(metric, scope, period.compared())))) {
            return Preparing.VIEW;
        }
        groups.show(model, asked.group(), period.span().to(), formats, locale);
        model.addAttribute("period", period);
        boolean later = scope.everybody() && preparations.many();
        model.addAttribute("later", later);
        shown(
                scope.everybody() && !later ? snapshots.recomputed(snapshots.before(metric, scope.asOf())) : List.of(),
                formats,
                model,
                locale);
        List<GoalDetails> about = goals.about(metric);
        model.addAttribute("goals", List.of());
        if (!about.isEmpty()) {
            Preparing.shown(model, "goals", preparations.soon("goals", about, () -> goals.progress(about)));
        }
        model.addAttribute("words", new GoalWords(formats, messages, locale));
        return "metrics/trace";
    }

    /** A part of the page that asks for itself where there is much to add up. */
    @GetMapping("/numbers/{name}/shown")
    String shown(
            @PathVariable String name,
            @ModelAttribute("asked") Asked asked,
            @ModelAttribute("fmt") Formats formats,
            Model model,
            Locale locale) {
        Metric metric = Metric.of(name);
        Period period = asked.in(dashboards.extent(), business.today());
        model.addAttribute("code", metric.code());
        List<Snapshot> found = snapshots.before(metric, period.span().to());
        if (!Preparing.shown(
                model, "shown", preparations.soon("snapshots", found, () -> snapshots.recomputed(found)))) {
            return "metrics/_shown :: waits";
        }
        shown(Preparing.of(model, "shown"), formats, model, locale);
        return "metrics/_shown :: before";
    }

    private void shown(List<Recomputed> shown, Formats formats, Model model, Locale locale) {
        model.addAttribute("shown", shown);
        model.addAttribute("changedFirst", OverTimeText.changedFirst(shown));
        model.addAttribute("overTime", new OverTimeText(formats, messages, locale));
        model.addAttribute("figures", new Figures(formats, messages, locale));
    }
}

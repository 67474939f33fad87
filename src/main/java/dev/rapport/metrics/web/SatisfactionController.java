package dev.rapport.metrics.web;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.CustomerVoice;
import dev.rapport.metrics.Dashboards;
import dev.rapport.metrics.GroupKind;
import dev.rapport.metrics.Period;
import dev.rapport.metrics.Recommender;
import dev.rapport.metrics.Satisfaction;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.note.ChartNoteQuery;
import dev.rapport.metrics.overtime.GoalBoard;
import dev.rapport.metrics.prepared.PageQuestions;
import dev.rapport.metrics.prepared.Preparations;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.web.Formats;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What customers say: scores, how they move, who gives them, and the words behind them. */
@Controller
class SatisfactionController {

    private static final int PAGE = 10;

    private final CustomerVoice voice;
    private final ChartNoteQuery notes;
    private final GoalBoard goals;
    private final Dashboards dashboards;
    private final GroupPicker groups;
    private final Preparations preparations;
    private final PageQuestions questions;
    private final BusinessSettings business;
    private final MessageSource messages;

    SatisfactionController(
            CustomerVoice voice,
            ChartNoteQuery notes,
            GoalBoard goals,
            Dashboards dashboards,
            GroupPicker groups,
            Preparations preparations,
            PageQuestions questions,
            BusinessSettings business,
            MessageSource messages) {
        this.voice = voice;
        this.notes = notes;
        this.goals = goals;
        this.dashboards = dashboards;
        this.groups = groups;
        this.preparations = preparations;
        this.questions = questions;
        this.business = business;
        this.messages = messages;
    }

    @GetMapping("/numbers/satisfaction")
    String show(
            @ModelAttribute("asked") Asked asked,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @ModelAttribute("fmt") Formats formats,
            Model model,
            Locale locale) {
        Period period = asked.in(dashboards.extent(), business.today());
        Scope scope = asked.scope(period.span());
        Recommender said = Recommender.of(kind);
        GroupKind kinds = GroupKind.of(by);
        if (!Preparing.shown(
                model, "satisfaction", preparations.soon(questions.satisfaction(scope, period.compared(), kinds)))) {
            return Preparing.VIEW;
        }
        Satisfaction found = Preparing.of(model, "satisfaction");
        model.addAttribute("period", period);
        model.addAttribute("span", period.span());
        model.addAttribute("figures", new Figures(formats, messages, locale));
        groups.show(model, asked.group(), period.span().to(), formats, locale);
        List<ChartNoteQuery.Pinned> pinned = notes.in(period.span());
        model.addAttribute("pinned", pinned);
        model.addAttribute(
                "charts",
                new TrendCharts(formats, messages, locale)
                        .of(
                                found,
                                pinned,
                                new GoalWords(formats, messages, locale),
                                scope.group().equals(CustomerGroup.EVERYBODY) ? goals.current() : List.of()));
        model.addAttribute("said", said);
        model.addAttribute("kinds", GroupKind.values());
        model.addAttribute("recommenders", Recommender.values());
        model.addAttribute("words", voice.words(scope, said, Cursor.decode(after), PAGE));
        return "metrics/satisfaction";
    }
}

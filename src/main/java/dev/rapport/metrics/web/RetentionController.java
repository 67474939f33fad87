package dev.rapport.metrics.web;

import dev.rapport.metrics.Dashboards;
import dev.rapport.metrics.Loyalty;
import dev.rapport.metrics.Period;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.prepared.PageQuestions;
import dev.rapport.metrics.prepared.Preparations;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.web.Formats;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Who stays and who goes; the address of retention alone is that of its own figure. */
@Controller
class RetentionController {

    private final Dashboards dashboards;
    private final GroupPicker groups;
    private final Preparations preparations;
    private final PageQuestions questions;
    private final BusinessSettings business;
    private final MessageSource messages;

    RetentionController(
            Dashboards dashboards,
            GroupPicker groups,
            Preparations preparations,
            PageQuestions questions,
            BusinessSettings business,
            MessageSource messages) {
        this.dashboards = dashboards;
        this.groups = groups;
        this.preparations = preparations;
        this.questions = questions;
        this.business = business;
        this.messages = messages;
    }

    @GetMapping("/numbers/cohorts")
    String show(
            @ModelAttribute("asked") Asked asked, @ModelAttribute("fmt") Formats formats, Model model, Locale locale) {
        Period period = asked.in(dashboards.extent(), business.today());
        Scope scope = asked.scope(period.span());
        if (!Preparing.shown(model, "loyalty", preparations.soon(questions.loyalty(scope, period.compared())))) {
            return Preparing.VIEW;
        }
        Loyalty found = Preparing.of(model, "loyalty");
        SurvivalWords words = new SurvivalWords(found.survival(), formats, messages, locale);
        model.addAttribute("period", period);
        model.addAttribute("span", period.span());
        model.addAttribute("figures", new Figures(formats, messages, locale));
        groups.show(model, asked.group(), period.span().to(), formats, locale);
        model.addAttribute("survival", words);
        model.addAttribute("survivalChart", words.chart());
        return "metrics/retention";
    }
}

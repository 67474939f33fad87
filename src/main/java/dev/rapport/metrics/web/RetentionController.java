package dev.rapport.metrics.web;

import dev.rapport.metrics.Dashboards;
import dev.rapport.metrics.Loyalties;
import dev.rapport.metrics.Loyalty;
import dev.rapport.metrics.Period;
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

    private final Loyalties loyalties;
    private final Dashboards dashboards;
    private final GroupPicker groups;
    private final BusinessSettings business;
    private final MessageSource messages;

    RetentionController(
            Loyalties loyalties,
            Dashboards dashboards,
            GroupPicker groups,
            BusinessSettings business,
            MessageSource messages) {
        this.loyalties = loyalties;
        this.dashboards = dashboards;
        this.groups = groups;
        this.business = business;
        this.messages = messages;
    }

    @GetMapping("/numbers/cohorts")
    String show(
            @ModelAttribute("asked") Asked asked, @ModelAttribute("fmt") Formats formats, Model model, Locale locale) {
        Period period = asked.in(dashboards.extent(), business.today());
        Loyalty found = loyalties.of(asked.scope(period.span()), period.compared());
        SurvivalWords words = new SurvivalWords(found.survival(), formats, messages, locale);
        model.addAttribute("period", period);
        model.addAttribute("span", period.span());
        model.addAttribute("loyalty", found);
        model.addAttribute("figures", new Figures(formats, messages, locale));
        model.addAttribute("groups", groups.kinds(asked.group(), period.span().to(), formats, locale));
        model.addAttribute("survival", words);
        model.addAttribute("survivalChart", words.chart());
        return "metrics/retention";
    }
}

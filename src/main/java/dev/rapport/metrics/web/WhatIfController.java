package dev.rapport.metrics.web;

import dev.rapport.metrics.Dashboards;
import dev.rapport.metrics.WhatIf;
import dev.rapport.metrics.prepared.PageQuestions;
import dev.rapport.metrics.prepared.Preparations;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.FormErrors;
import dev.rapport.platform.web.Formats;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Moves retention, margin, discount rate or the cost of winning customers, and shows what that does to their value. */
@Controller
class WhatIfController {

    private final Dashboards dashboards;
    private final Preparations preparations;
    private final PageQuestions questions;
    private final BusinessSettings business;
    private final MessageSource messages;

    WhatIfController(
            Dashboards dashboards,
            Preparations preparations,
            PageQuestions questions,
            BusinessSettings business,
            MessageSource messages) {
        this.dashboards = dashboards;
        this.preparations = preparations;
        this.questions = questions;
        this.business = business;
        this.messages = messages;
    }

    @GetMapping("/numbers/what-if")
    String show(
            @Valid @ModelAttribute("form") WhatIfForm form,
            BindingResult problems,
            @ModelAttribute("fmt") Formats formats,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        LocalDate day = Days.of(null, dashboards.extent(), business.today());
        if (!Preparing.shown(model, "whatIf", preparations.soon(questions.whatIf(day)))) {
            return Preparing.VIEW;
        }
        Optional<WhatIf> now = Preparing.of(model, "whatIf");
        model.addAttribute("asOf", day);
        model.addAttribute("figures", new Figures(formats, messages, locale));
        now.ifPresent(found -> {
            model.addAttribute("now", found);
            model.addAttribute("then", form.blank() ? found : changed(form, found, problems));
            if (form.blank()) {
                // Else the fields would show what was bound from an address without any.
                model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
                model.addAttribute("form", WhatIfForm.of(found));
            }
        });
        if (problems.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return "metrics/what-if";
    }

    private static WhatIf changed(WhatIfForm form, WhatIf now, BindingResult problems) {
        try {
            return problems.hasErrors() ? now : form.changed(now);
        } catch (Refused refused) {
            FormErrors.add(problems, refused);
            return now;
        }
    }
}

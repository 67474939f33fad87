package dev.rapport.metrics.web;

import dev.rapport.metrics.formula.AbTest;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.FormErrors;
import dev.rapport.platform.web.Formats;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Whether an experiment has shown anything, and how large the next one must be. */
@Controller
class ExperimentController {

    private final MessageSource messages;

    ExperimentController(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping("/numbers/experiments")
    String show(
            @Valid @ModelAttribute("form") ExperimentForm form,
            BindingResult problems,
            @Valid @ModelAttribute("size") SizeForm size,
            BindingResult sizeProblems,
            @ModelAttribute("fmt") Formats formats,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        model.addAttribute("figures", new Figures(formats, messages, locale));
        try {
            if (!form.blank() && !problems.hasErrors()) {
                model.addAttribute("result", AbTest.of(form.variants()));
            }
        } catch (Refused refused) {
            FormErrors.add(problems, refused);
        }
        try {
            if (!size.blank() && !sizeProblems.hasErrors()) {
                model.addAttribute("perGroup", size.perGroup());
            }
        } catch (Refused refused) {
            FormErrors.add(sizeProblems, refused);
        }
        if (problems.hasErrors() || sizeProblems.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return "metrics/experiments";
    }
}

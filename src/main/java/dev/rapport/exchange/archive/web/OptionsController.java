package dev.rapport.exchange.archive.web;

import dev.rapport.exchange.archive.ArchiveOptions;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Choice;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hour and the second folder. */
@Controller
@RequestMapping("/settings/backups/options")
class OptionsController {
    private static final String VIEW = "archive/options";
    private final ArchiveOptions options;
    private final BusinessSettings business;

    OptionsController(ArchiveOptions options, BusinessSettings business) {
        this.options = options;
        this.business = business;
    }

    @ModelAttribute("hours")
    List<Choice> hours() {
        return IntStream.range(0, 24)
                .mapToObj(hour -> new Choice(Integer.toString(hour), String.format("%02d:00", hour)))
                .toList();
    }

    @ModelAttribute("zone")
    String zone() {
        return business.zone().getId();
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", OptionsForm.of(options.settings()));
        return VIEW;
    }

    @PostMapping
    String change(
            @ModelAttribute("form") OptionsForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                Integer hour = form.hour();
                options.change(hour == null ? -1 : hour, form.secondFolder());
                Flash.success(redirect, "account.saved");
                return "redirect:/settings/backups";
            } catch (Refused refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return VIEW;
    }
}

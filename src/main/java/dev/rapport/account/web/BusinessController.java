package dev.rapport.account.web;

import dev.rapport.account.BusinessService;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Choice;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings → Business. */
@Controller
@RequestMapping("/settings")
class BusinessController {
    private static final String VIEW = "account/business";
    private final BusinessService businesses;
    private final Clock clock;

    BusinessController(BusinessService businesses, Clock clock) {
        this.businesses = businesses;
        this.clock = clock;
    }

    @ModelAttribute
    void choices(Model model, Locale locale) {
        List<Choice> zones = TimeZones.options(clock.instant()).stream()
                .map(zone -> new Choice(zone.value(), zone.label()))
                .toList();
        model.addAttribute("languages", Choices.LANGUAGES);
        model.addAttribute("countries", Choices.countries(locale));
        model.addAttribute("currencies", Choices.currencies(locale));
        model.addAttribute("zones", zones);
        model.addAttribute("currencyFixed", businesses.isCurrencyFixed());
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", BusinessForm.of(businesses.settings()));
        return VIEW;
    }

    @PostMapping
    String change(
            @Valid @ModelAttribute("form") BusinessForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors()) {
            try {
                Flash.undoable(redirect, businesses.change(form.toSettings()), "account.saved");
                return "redirect:/settings";
            } catch (Refused e) {
                FormErrors.add(errors, e);
            } catch (OptimisticLockingFailureException e) {
                model.addAttribute("stored", BusinessForm.of(businesses.settings()));
                status = HttpStatus.CONFLICT;
            }
        }
        response.setStatus(status.value());
        return VIEW;
    }
}

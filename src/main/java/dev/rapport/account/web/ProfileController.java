package dev.rapport.account.web;

import dev.rapport.account.AccountService;
import dev.rapport.account.SignedInAccount;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How pages call a person and in which language; everybody's own. */
@Controller
@RequestMapping("/account")
class ProfileController {
    private static final String VIEW = "account/profile";
    private final AccountService accounts;

    ProfileController(AccountService accounts) {
        this.accounts = accounts;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("languages", Choices.LANGUAGES);
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedInAccount me, Model model, Locale locale) {
        String name = me.name().equals(me.email()) ? "" : me.name();
        model.addAttribute("form", new ProfileForm(name, locale.toLanguageTag()));
        return VIEW;
    }

    @PostMapping
    String change(
            @AuthenticationPrincipal SignedInAccount me,
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                accounts.present(me.id(), form.name(), Fields.language("language", form.language()));
                LanguageCookie.write(form.language(), request, response);
                Flash.success(redirect, "account.saved");
                return "redirect:/account";
            } catch (Refused e) {
                FormErrors.add(errors, e);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return VIEW;
    }
}

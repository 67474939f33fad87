package dev.rapport.account.web;

import dev.rapport.account.AccountService;
import dev.rapport.account.SignedInAccount;
import dev.rapport.account.TooManyTries;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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

/** Change of one's own password. */
@Controller
@RequestMapping("/account/password")
class PasswordController {
    private static final String VIEW = "account/password";
    private final AccountService accounts;

    PasswordController(AccountService accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", new PasswordForm("", ""));
        return VIEW;
    }

    @PostMapping
    String change(
            @AuthenticationPrincipal SignedInAccount me,
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                accounts.changePassword(
                        me.id(),
                        form.old(),
                        form.password(),
                        request.getSession().getId());
                Flash.success(redirect, "account.password.changed");
                return "redirect:/account/password";
            } catch (Refused e) {
                FormErrors.add(errors, e);
            } catch (TooManyTries e) {
                Waiting.show(e, "old", errors, response);
                return VIEW;
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return VIEW;
    }
}

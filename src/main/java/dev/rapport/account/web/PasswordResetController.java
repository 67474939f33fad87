package dev.rapport.account.web;

import dev.rapport.account.AccountService;
import dev.rapport.account.TooManyTries;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the link leads that --reset-password prints. */
@Controller
@RequestMapping("/password-resets/{secret}")
class PasswordResetController {
    private static final String VIEW = "account/password-reset";
    private final AccountService accounts;
    private final SessionAccounts sessions;

    PasswordResetController(AccountService accounts, SessionAccounts sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping
    String show(@PathVariable String secret, Model model, HttpServletResponse response) {
        if (!accounts.canReset(secret)) {
            return gone(response);
        }
        model.addAttribute("form", new NewPasswordForm(""));
        return VIEW;
    }

    @PostMapping
    String reset(
            @PathVariable String secret,
            @Valid @ModelAttribute("form") NewPasswordForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                sessions.start(accounts.resetPassword(secret, form.password()), request);
                Flash.success(redirect, "account.password.changed");
                return "redirect:/";
            } catch (NotFound e) {
                return gone(response);
            } catch (Refused e) {
                FormErrors.add(errors, e);
            } catch (TooManyTries e) {
                Waiting.show(e, null, errors, response);
                return VIEW;
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return VIEW;
    }

    private static String gone(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "account/link-gone";
    }
}

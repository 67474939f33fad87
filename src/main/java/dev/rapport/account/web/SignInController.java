package dev.rapport.account.web;

import dev.rapport.account.SignIn;
import dev.rapport.account.SignedInAccount;
import dev.rapport.account.TooManyTries;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.WebUtils;

@Controller
@RequestMapping("/login")
class SignInController {
    private static final String VIEW = "account/sign-in";
    private final SignIn signIn;
    private final SessionAccounts sessions;

    SignInController(SignIn signIn, SessionAccounts sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @GetMapping
    String show(Model model, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof SignedInAccount) {
            return "redirect:/";
        }
        model.addAttribute("form", new SignInForm("", ""));
        return VIEW;
    }

    @PostMapping
    String signIn(
            @ModelAttribute("form") SignInForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            SignedInAccount account = signIn.check(form.email(), form.password(), request.getRemoteAddr());
            sessions.start(account.id(), request);
            if (WebUtils.getCookie(request, "language") == null) {
                LanguageCookie.write(account.language(), request, response);
            }
            return "redirect:" + ReturnPath.take(request, response).orElse("/");
        } catch (Refused e) {
            FormErrors.add(errors, e);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } catch (TooManyTries e) {
            Waiting.show(e, null, errors, response);
        }
        return VIEW;
    }
}

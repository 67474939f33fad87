package dev.rapport.account.web;

import dev.rapport.account.SignIn;
import dev.rapport.account.SignedInAccount;
import dev.rapport.account.TooManyTries;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.FormErrors;
import dev.rapport.platform.web.HeldForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
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
    private static final String HELD = "account/held";
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

    /** The answer to a form whose session has ended. */
    @PostMapping("/held")
    String showHeld(Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<HeldForm> typed = CarriedForm.handedOn(request);
        if (typed.isEmpty()) {
            return "redirect:/login";
        }
        model.addAttribute("held", typed.get());
        model.addAttribute("form", new SignInForm("", ""));
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        return VIEW;
    }

    @PostMapping
    String signIn(
            @ModelAttribute("form") SignInForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<HeldForm> typed = CarriedForm.carried(request);
        typed.ifPresent(held -> model.addAttribute("held", held));
        try {
            SignedInAccount account = signIn.check(form.email(), form.password(), request.getRemoteAddr());
            sessions.start(account.id(), request);
            if (WebUtils.getCookie(request, "language") == null) {
                LanguageCookie.write(account.language(), request, response);
            }
            String back = ReturnPath.take(request, response).orElse("/");
            model.addAttribute("back", back);
            return typed.isPresent() ? HELD : "redirect:" + back;
        } catch (Refused e) {
            FormErrors.add(errors, e);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } catch (TooManyTries e) {
            Waiting.show(e, null, errors, response);
        }
        return VIEW;
    }
}

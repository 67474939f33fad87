package dev.rapport.account.web;

import dev.rapport.account.ApiTokenSearch;
import dev.rapport.account.ApiTokens;
import dev.rapport.account.SignIn;
import dev.rapport.account.SignedInAccount;
import dev.rapport.account.TooManyTries;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings → API tokens. */
@Controller
@RequestMapping("/settings/tokens")
class TokenController {
    private static final String VIEW = "account/tokens";
    private final ApiTokens tokens;
    private final ApiTokenSearch search;
    private final SignIn signIn;

    TokenController(ApiTokens tokens, ApiTokenSearch search, SignIn signIn) {
        this.tokens = tokens;
        this.search = search;
        this.signIn = signIn;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedInAccount me, Model model) {
        model.addAttribute("form", new TokenForm("", ""));
        return list(me, model);
    }

    /** Shows the secret in the answer itself: a redirect would have to keep it somewhere. */
    @PostMapping
    String make(
            @AuthenticationPrincipal SignedInAccount me,
            @Valid @ModelAttribute("form") TokenForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(me, model);
        }
        try {
            signIn.confirm(me.id(), "password", form.password());
            model.addAttribute("secret", tokens.make(me.id(), form.name()));
        } catch (Refused e) {
            FormErrors.add(errors, e);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } catch (TooManyTries e) {
            Waiting.show(e, "password", errors, response);
        }
        return list(me, model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@AuthenticationPrincipal SignedInAccount me, @PathVariable long id, RedirectAttributes redirect) {
        tokens.revoke(me.id(), id);
        Flash.success(redirect, "account.tokens.revoked");
        return "redirect:/settings/tokens";
    }

    private String list(SignedInAccount me, Model model) {
        model.addAttribute("tokens", search.ofAccount(me.id()));
        return VIEW;
    }
}

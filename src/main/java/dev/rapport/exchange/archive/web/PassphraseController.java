package dev.rapport.exchange.archive.web;

import dev.rapport.account.SignIn;
import dev.rapport.account.SignedInAccount;
import dev.rapport.exchange.archive.ArchiveOptions;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What archives are encrypted with, if they are. */
@Controller
@RequestMapping("/settings/backups/passphrase")
class PassphraseController {
    private static final String VIEW = "archive/passphrase";
    private final ArchiveOptions options;
    private final SignIn signIn;

    PassphraseController(ArchiveOptions options, SignIn signIn) {
        this.options = options;
        this.signIn = signIn;
    }

    @ModelAttribute("encrypts")
    boolean encrypts() {
        return options.encrypts();
    }

    @GetMapping
    String show(@ModelAttribute("form") PassphraseForm form) {
        return VIEW;
    }

    @PostMapping
    String set(
            @AuthenticationPrincipal SignedInAccount me,
            @ModelAttribute("form") PassphraseForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(errors, response, redirect, "archive.passphrase.set", () -> {
            if (!form.repeated().equals(form.passphrase())) {
                throw new Refused("repeated", "archive.refused.repeated");
            }
            signIn.require(me.id(), "password", form.password());
            options.encrypt(form.passphrase());
        });
    }

    @PostMapping("/removal")
    String remove(
            @AuthenticationPrincipal SignedInAccount me,
            @ModelAttribute("form") PassphraseForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return done(errors, response, redirect, "archive.passphrase.removed", () -> {
            signIn.require(me.id(), "password", form.password());
            options.stopEncrypting();
        });
    }

    private static String done(
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes redirect,
            String key,
            Runnable change) {
        try {
            change.run();
        } catch (Refused refused) {
            FormErrors.add(errors, refused);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return VIEW;
        }
        Flash.success(redirect, key);
        return "redirect:/settings/backups";
    }
}

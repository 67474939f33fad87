package dev.rapport.account.web;

import dev.rapport.account.AccountService;
import dev.rapport.account.People;
import dev.rapport.account.SignIn;
import dev.rapport.account.SignedInAccount;
import dev.rapport.account.TooManyTries;
import dev.rapport.platform.Refused;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Settings → People: a link for a helper who has forgotten the password. */
@Controller
@RequestMapping("/settings/people/{id}/password-link")
class PasswordLinkController {
    private static final String VIEW = "account/password-link";
    private final People people;
    private final AccountService accounts;
    private final SignIn signIn;
    private final Origin origin;

    PasswordLinkController(People people, AccountService accounts, SignIn signIn, Origin origin) {
        this.people = people;
        this.accounts = accounts;
        this.signIn = signIn;
        this.origin = origin;
    }

    @ModelAttribute("person")
    People.Person person(@PathVariable long id) {
        return people.helper(id);
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", new ConfirmationForm(""));
        return VIEW;
    }

    /** Shows the link in the answer itself: it is kept nowhere. */
    @PostMapping
    String make(
            @AuthenticationPrincipal SignedInAccount me,
            @ModelAttribute("person") People.Person person,
            @Valid @ModelAttribute("form") ConfirmationForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            try {
                signIn.confirm(me.id(), "password", form.password());
                String secret = accounts.resetPassword(person.id());
                model.addAttribute("link", origin.of(request) + "/password-resets/" + secret);
                return VIEW;
            } catch (Refused e) {
                FormErrors.add(errors, e);
            } catch (TooManyTries e) {
                Waiting.show(e, "password", errors, response);
                return VIEW;
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return VIEW;
    }
}

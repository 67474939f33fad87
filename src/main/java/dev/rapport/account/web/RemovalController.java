package dev.rapport.account.web;

import dev.rapport.account.People;
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

/** Settings → People: taking a helper's account away. */
@Controller
@RequestMapping("/settings/people/{id}/removal")
class RemovalController {
    private static final String VIEW = "account/removal";
    private final People people;
    private final SignIn signIn;

    RemovalController(People people, SignIn signIn) {
        this.people = people;
        this.signIn = signIn;
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

    @PostMapping
    String remove(
            @AuthenticationPrincipal SignedInAccount me,
            @PathVariable long id,
            @ModelAttribute("person") People.Person person,
            @Valid @ModelAttribute("form") ConfirmationForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                signIn.confirm(me.id(), "password", form.password());
                people.remove(id);
                Flash.success(redirect, "account.people.removed", person.name());
                return "redirect:/settings/people";
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

package dev.rapport.account.web;

import dev.rapport.account.People;
import dev.rapport.account.SignIn;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings → People: who may sign in, and links for those who shall. */
@Controller
@RequestMapping("/settings/people")
class PeopleController {
    private static final String VIEW = "account/people";
    private final People people;
    private final SignIn signIn;
    private final Origin origin;

    PeopleController(People people, SignIn signIn, Origin origin) {
        this.people = people;
        this.signIn = signIn;
        this.origin = origin;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", new InviteForm("", ""));
        return list(model);
    }

    /** Shows the link in the answer itself: it is kept nowhere. */
    @PostMapping
    String invite(
            @AuthenticationPrincipal SignedInAccount me,
            @Valid @ModelAttribute("form") InviteForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(model);
        }
        try {
            signIn.confirm(me.id(), "password", form.password());
            String secret = people.invite(form.note().isEmpty() ? null : form.note());
            model.addAttribute("link", origin.of(request) + "/invitations/" + secret);
        } catch (Refused e) {
            FormErrors.add(errors, e);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } catch (TooManyTries e) {
            Waiting.show(e, "password", errors, response);
        }
        return list(model);
    }

    @PostMapping("/invitations/{id}/withdraw")
    String withdraw(@PathVariable long id, RedirectAttributes redirect) {
        people.withdraw(id);
        Flash.success(redirect, "account.people.withdrawn");
        return "redirect:/settings/people";
    }

    private String list(Model model) {
        model.addAttribute("people", people.all());
        model.addAttribute("invitations", people.invitations());
        return VIEW;
    }
}

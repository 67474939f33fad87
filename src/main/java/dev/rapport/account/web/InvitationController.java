package dev.rapport.account.web;

import dev.rapport.account.People;
import dev.rapport.account.TooManyTries;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where an invited helper makes an account. */
@Controller
@RequestMapping("/invitations/{secret}")
class InvitationController {
    private static final String VIEW = "account/invitation";
    private final People people;
    private final SessionAccounts sessions;

    InvitationController(People people, SessionAccounts sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("languages", Choices.LANGUAGES);
    }

    @GetMapping
    String show(@PathVariable String secret, Model model, HttpServletResponse response, Locale locale) {
        if (!people.isInvited(secret)) {
            return gone(response);
        }
        model.addAttribute("form", new InvitationForm("", "", "", locale.toLanguageTag()));
        return VIEW;
    }

    @PostMapping
    String join(
            @PathVariable String secret,
            @Valid @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!errors.hasErrors()) {
            try {
                sessions.start(people.join(secret, form.toNewcomer()), request);
                LanguageCookie.write(form.language(), request, response);
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

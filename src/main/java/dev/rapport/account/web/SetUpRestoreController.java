package dev.rapport.account.web;

import dev.rapport.account.SetUp;
import dev.rapport.account.SetUpCode;
import dev.rapport.account.SetUpTickets;
import dev.rapport.account.TooManyTries;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The way from the set-up page to restoring: who comes from elsewhere types the code first. */
@Controller
@RequestMapping("/setup/restore")
class SetUpRestoreController {
    private static final String VIEW = "account/setup-code";
    private final SetUp setUp;
    private final SetUpCode code;
    private final SetUpTickets tickets;

    SetUpRestoreController(SetUp setUp, SetUpCode code, SetUpTickets tickets) {
        this.setUp = setUp;
        this.code = code;
        this.tickets = tickets;
    }

    @ModelAttribute
    void requireNotSetUp() {
        if (setUp.isDone()) {
            throw new NotFound("set-up", "again");
        }
    }

    @GetMapping
    String show(@ModelAttribute("form") SetUpCodeForm form, HttpServletRequest request) {
        return Locality.isHere(request) ? onward() : VIEW;
    }

    @PostMapping
    String check(
            @ModelAttribute("form") SetUpCodeForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            if (!Locality.isHere(request)) {
                code.check(form.code(), request.getRemoteAddr());
            }
            return onward();
        } catch (Refused e) {
            FormErrors.add(errors, e);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } catch (TooManyTries e) {
            Waiting.show(e, "code", errors, response);
        }
        return VIEW;
    }

    private String onward() {
        return "redirect:/setup/restore/" + tickets.issue();
    }
}

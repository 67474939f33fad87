package dev.rapport.account.web;

import dev.rapport.account.NewBusiness;
import dev.rapport.account.SetUp;
import dev.rapport.account.SetUpCode;
import dev.rapport.account.TooManyTries;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The first page of a new Rapport, gone once it has been sent. */
@Controller
@RequestMapping("/setup")
class SetUpController {
    private static final String VIEW = "account/setup";
    private final SetUp setUp;
    private final SetUpCode code;
    private final SessionAccounts sessions;
    private final Clock clock;

    SetUpController(SetUp setUp, SetUpCode code, SessionAccounts sessions, Clock clock) {
        this.setUp = setUp;
        this.code = code;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** One country of the select field with the money that is proposed for it. */
    record Country(String value, String label, String currency) {}

    @ModelAttribute
    void choices(Model model, HttpServletRequest request, Locale locale) {
        if (setUp.isDone()) {
            throw new NotFound("set-up", "again");
        }
        List<Country> countries = Choices.countries(locale).stream()
                .map(choice -> new Country(choice.value(), choice.label(), Choices.currencyOf(choice.value())))
                .toList();
        model.addAttribute("languages", Choices.LANGUAGES);
        model.addAttribute("countries", countries);
        model.addAttribute("currencies", Choices.currencies(locale));
        model.addAttribute("zones", TimeZones.options(clock.instant()));
        model.addAttribute("codeAsked", !Locality.isHere(request));
    }

    @GetMapping
    String show(Model model, HttpServletRequest request, Locale locale) {
        model.addAttribute("form", SetUpForm.proposed(locale, request.getLocale()));
        return VIEW;
    }

    @PostMapping
    String create(
            @Valid @ModelAttribute("form") SetUpForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            if (!errors.hasErrors()) {
                NewBusiness business = form.toNewBusiness();
                if (!Locality.isHere(request)) {
                    code.check(form.code(), request.getRemoteAddr());
                }
                sessions.start(setUp.run(business), request);
                LanguageCookie.write(form.language(), request, response);
                return "redirect:/";
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } catch (Refused e) {
            FormErrors.add(errors, e);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } catch (TooManyTries e) {
            Waiting.show(e, "code", errors, response);
        }
        return VIEW;
    }
}

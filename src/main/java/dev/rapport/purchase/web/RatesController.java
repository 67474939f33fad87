package dev.rapport.purchase.web;

import dev.rapport.platform.CurrentActor;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Forbidden;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import dev.rapport.purchase.DayRate;
import dev.rapport.purchase.ExchangeRates;
import dev.rapport.purchase.RateText;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The table of exchange rates, filled by pasting. For the owner only. */
@Controller
class RatesController {
    private static final int SHOWN = 40;
    private static final String VIEW = "purchase/rates";
    private final ExchangeRates rates;
    private final CurrentActor actor;

    RatesController(ExchangeRates rates, CurrentActor actor) {
        this.rates = rates;
        this.actor = actor;
    }

    @GetMapping("/settings/rates")
    String show(@RequestParam(required = false) @Nullable String after, Model model) {
        requireOwner();
        model.addAttribute("form", new RatesForm(null));
        model.addAttribute("rates", rates.latest(SHOWN, Cursor.decode(after)));
        return VIEW;
    }

    @PostMapping("/settings/rates")
    String put(
            @Valid @ModelAttribute("form") RatesForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        requireOwner();
        if (!problems.hasErrors()) {
            try {
                List<DayRate> typed = RateText.parse(form.lines() == null ? "" : form.lines());
                Flash.undoable(redirect, rates.put(typed), "purchase.flash.rates-stored", typed.size());
                return "redirect:/settings/rates";
            } catch (Refused e) {
                FormErrors.add(problems, new Refused("lines", e.key(), e.args()));
            }
        }
        model.addAttribute("rates", rates.latest(SHOWN, null));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return VIEW;
    }

    @PostMapping("/settings/rates/delete")
    String delete(
            @RequestParam String currency,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            RedirectAttributes redirect) {
        requireOwner();
        rates.remove(currency, day)
                .ifPresent(change -> Flash.undoable(redirect, change, "purchase.flash.rate-removed", currency, day));
        return "redirect:/settings/rates";
    }

    private void requireOwner() {
        if (!actor.get().owner()) {
            throw new Forbidden("rates");
        }
    }
}

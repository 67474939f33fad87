package dev.rapport.interaction.web;

import dev.rapport.customer.CustomerRecords;
import dev.rapport.customer.CustomerSearch;
import dev.rapport.customer.CustomerSuggestion;
import dev.rapport.interaction.InteractionService;
import dev.rapport.interaction.Logged;
import dev.rapport.interaction.NewInteraction;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import dev.rapport.platform.web.Flash;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Logs what happened: from a customer's page, or from anywhere with a search for the customer. */
@Controller
class LogController {
    private static final int SUGGESTIONS = 6;
    private final InteractionService interactions;
    private final CustomerSearch customers;
    private final CustomerRecords records;
    private final BusinessSettings business;
    private final Clock clock;

    LogController(
            InteractionService interactions,
            CustomerSearch customers,
            CustomerRecords records,
            BusinessSettings business,
            Clock clock) {
        this.interactions = interactions;
        this.customers = customers;
        this.records = records;
        this.business = business;
        this.clock = clock;
    }

    @ModelAttribute("kinds")
    List<KindChoice> kinds() {
        return KindChoice.ALL;
    }

    @GetMapping("/interactions/new")
    String blank(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable Long customerId,
            Model model) {
        LogForm form = LogForm.blank(customer, customerId, business.today());
        model.addAttribute("log", form);
        model.addAttribute("whom", whom(customer, form.customerId()));
        return "interaction/new";
    }

    /** The choices for the words typed so far. */
    @GetMapping("/interactions/whom")
    String suggest(@RequestParam(required = false) @Nullable String customer, Model model) {
        model.addAttribute("whom", whom(customer, null));
        return "interaction/_whom :: choices";
    }

    @PostMapping("/interactions")
    ModelAndView log(@Valid @ModelAttribute("log") LogForm form, BindingResult problems, RedirectAttributes redirect) {
        if (!problems.hasErrors()) {
            try {
                Logged logged = store(form);
                if (logged.changeId() == null) {
                    Flash.success(redirect, "interaction.logged.before");
                } else {
                    Flash.undoable(redirect, logged.changeId(), "interaction.logged");
                }
                return new ModelAndView("redirect:/customers/" + logged.customerId());
            } catch (Refused e) {
                reject(problems, e);
            }
        }
        ModelAndView page = new ModelAndView("interaction/new", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("whom", whom(form.customer(), form.customerId()));
        return page;
    }

    private Logged store(LogForm form) {
        NewInteraction what = form.toInteraction(clock.instant(), business.zone());
        String chosen = form.customerId();
        if (chosen == null || chosen.isBlank()) {
            throw new Refused("customer", "interaction.refused.whom");
        }
        if (chosen.equals(LogForm.NEW)) {
            return interactions.logForNewCustomer(form.customer() == null ? "" : form.customer(), what);
        }
        long customerId = number(chosen).orElseThrow(() -> new Refused("customer", "interaction.refused.whom"));
        return interactions.log(customerId, what);
    }

    private static void reject(BindingResult problems, Refused e) {
        String field = e.field() == null
                ? null
                : switch (e.field()) {
                    case "name" -> "customer";
                    case "title" -> "nextStep";
                    case "dueOn" -> "nextOn";
                    default -> e.field();
                };
        problems.rejectValue(field, e.key(), e.args(), e.key());
    }

    private Whom whom(@Nullable String words, @Nullable String chosen) {
        String storable = words != null && Typed.isStorable(words) ? words : null;
        List<CustomerSuggestion> found = new ArrayList<>(customers.suggestions(storable, SUGGESTIONS));
        if (chosen != null && found.stream().noneMatch(one -> chosen.equals(String.valueOf(one.id())))) {
            number(chosen)
                    .flatMap(records::find)
                    .ifPresent(one -> found.add(
                            0,
                            new CustomerSuggestion(
                                    one.id(), one.name(), one.profile().company(), null)));
        }
        return Whom.of(storable, found, chosen);
    }

    private static Optional<Long> number(String chosen) {
        try {
            return Optional.of(Long.parseLong(chosen));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

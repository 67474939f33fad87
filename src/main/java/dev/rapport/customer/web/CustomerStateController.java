package dev.rapport.customer.web;

import dev.rapport.customer.CustomerRecords;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.customer.Stored;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons of a customer's page. */
@Controller
class CustomerStateController {
    private final CustomerService customers;
    private final CustomerRecords records;
    private final BusinessSettings business;
    private final MessageSource messages;

    CustomerStateController(
            CustomerService customers, CustomerRecords records, BusinessSettings business, MessageSource messages) {
        this.customers = customers;
        this.records = records;
        this.business = business;
        this.messages = messages;
    }

    @PostMapping("/customers/{id:\\d+}/stage")
    String stage(
            @PathVariable long id,
            @RequestParam LifecycleStage stage,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            String name = messages.getMessage("customer.stage." + stage, null, locale);
            customers
                    .moveTo(id, stage, on == null ? business.today() : on)
                    .ifPresent(change -> Flash.undoable(redirect, change, "customer.flash.stage", name));
        } catch (Refused e) {
            Flash.failure(redirect, e.key(), e.args());
        }
        return "redirect:/customers/" + id;
    }

    @PostMapping("/customers/{id:\\d+}/archive")
    String archive(@PathVariable long id, RedirectAttributes redirect) {
        Stored stored = customers.archive(id);
        Flash.undoable(redirect, stored.changeId(), "customer.flash.archived", name(id));
        return "redirect:/customers";
    }

    @PostMapping("/customers/{id:\\d+}/restore")
    String restore(@PathVariable long id, RedirectAttributes redirect) {
        Stored stored = customers.bringBack(id);
        Flash.undoable(redirect, stored.changeId(), "customer.flash.restored", name(id));
        return "redirect:/customers/" + id;
    }

    @PostMapping("/customers/{id:\\d+}/delete")
    String delete(@PathVariable long id, RedirectAttributes redirect) {
        String name = name(id);
        Stored stored = customers.delete(id);
        Flash.undoable(redirect, stored.changeId(), "customer.flash.deleted", name);
        return "redirect:/customers";
    }

    private String name(long id) {
        return records.get(id).name();
    }
}

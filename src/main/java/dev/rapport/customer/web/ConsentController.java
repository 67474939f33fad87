package dev.rapport.customer.web;

import dev.rapport.customer.ConsentEntry;
import dev.rapport.customer.ConsentService;
import dev.rapport.customer.CustomerHistory;
import dev.rapport.customer.CustomerRecords;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Line;
import dev.rapport.platform.Note;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ConsentController {
    record ConsentForm(
            @NotBlank(message = "{customer.refused.missing}") @Line @Nullable
            String purpose,

            @Nullable Boolean withdrawn,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate happenedOn,

            @NotBlank(message = "{customer.refused.missing}") @Line @Nullable
            String how,

            @Note @Nullable String wording) {

        ConsentEntry entry(LocalDate today) {
            return new ConsentEntry(
                    purpose == null ? "" : purpose,
                    !Boolean.TRUE.equals(withdrawn),
                    happenedOn == null ? today : happenedOn,
                    how == null ? "" : how,
                    wording);
        }
    }

    private static final String VIEW = "customer/consents";
    private final ConsentService consents;
    private final CustomerHistory history;
    private final CustomerRecords records;
    private final BusinessSettings business;

    ConsentController(
            ConsentService consents, CustomerHistory history, CustomerRecords records, BusinessSettings business) {
        this.consents = consents;
        this.history = history;
        this.records = records;
        this.business = business;
    }

    @GetMapping("/customers/{id:\\d+}/consents")
    String index(@PathVariable long id, Model model) {
        model.addAttribute("form", new ConsentForm(null, false, business.today(), null, null));
        return page(id, model);
    }

    @PostMapping("/customers/{id:\\d+}/consents")
    String create(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ConsentForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                long change = consents.record(id, form.entry(business.today()));
                Flash.undoable(redirect, change, "customer.flash.consent");
                return "redirect:/customers/" + id + "/consents";
            } catch (Refused e) {
                FormErrors.add(errors, e);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(id, model);
    }

    private String page(long id, Model model) {
        model.addAttribute("customer", records.get(id));
        model.addAttribute("consents", history.consents(id));
        return VIEW;
    }
}

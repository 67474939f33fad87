package dev.rapport.customer.web;

import dev.rapport.customer.CustomerDetails;
import dev.rapport.customer.CustomerDuplicates;
import dev.rapport.customer.CustomerDuplicates.Duplicate;
import dev.rapport.customer.CustomerPage;
import dev.rapport.customer.CustomerRecords;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.customer.Stored;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class CustomerController {
    private static final String NEW = "customer/new";
    private static final String EDIT = "customer/edit";
    private final CustomerService customers;
    private final CustomerRecords records;
    private final CustomerDuplicates duplicates;
    private final CustomerPage page;
    private final CustomerChoices choices;
    private final BusinessSettings business;

    CustomerController(
            CustomerService customers,
            CustomerRecords records,
            CustomerDuplicates duplicates,
            CustomerPage page,
            CustomerChoices choices,
            BusinessSettings business) {
        this.customers = customers;
        this.records = records;
        this.duplicates = duplicates;
        this.page = page;
        this.choices = choices;
        this.business = business;
    }

    @GetMapping("/customers/{id:\\d+}")
    String show(@PathVariable long id, Model model) {
        model.mergeAttributes(page.attributes(id));
        return CustomerPage.VIEW;
    }

    @GetMapping("/customers/new")
    String blank(@RequestParam(required = false) @Nullable String name, Model model, Locale locale) {
        choices.addTo(model, locale, null);
        model.addAttribute("form", CustomerForm.blank(name, business.today(), business.country()));
        return NEW;
    }

    @PostMapping("/customers")
    String create(
            @Valid @ModelAttribute("form") CustomerForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Stored stored = store(
                form,
                null,
                errors,
                model,
                accepted -> customers.register(
                        accepted.profile(business.today()),
                        accepted.contacts(),
                        accepted.stage() == null ? LifecycleStage.AWARENESS : accepted.stage()));
        if (stored == null) {
            choices.addTo(model, locale, form.language());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return NEW;
        }
        Flash.undoable(redirect, stored.changeId(), "customer.flash.added", form.called());
        return "redirect:/customers/" + stored.id();
    }

    @GetMapping("/customers/{id:\\d+}/edit")
    String edit(@PathVariable long id, Model model, Locale locale) {
        CustomerDetails customer = records.get(id);
        model.addAttribute("customer", customer);
        model.addAttribute("form", CustomerForm.of(customer));
        choices.addTo(model, locale, customer.profile().language());
        return EDIT;
    }

    @PostMapping("/customers/{id:\\d+}/edit")
    String update(
            @PathVariable long id,
            @RequestParam int version,
            @Valid @ModelAttribute("form") CustomerForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        HttpStatus problem = HttpStatus.UNPROCESSABLE_CONTENT;
        LocalDate acquired = records.get(id).profile().acquiredOn();
        try {
            Stored stored = store(
                    form,
                    id,
                    errors,
                    model,
                    accepted -> customers.edit(id, version, accepted.profile(acquired), accepted.contacts()));
            if (stored != null) {
                Flash.undoable(redirect, stored.changeId(), "customer.flash.saved", form.called());
                return "redirect:/customers/" + id;
            }
        } catch (OptimisticLockingFailureException e) {
            model.addAttribute("conflict", Conflict.between(CustomerForm.of(records.get(id)), form));
            problem = HttpStatus.CONFLICT;
        }
        model.addAttribute("customer", records.get(id));
        choices.addTo(model, locale, form.language());
        response.setStatus(problem.value());
        return EDIT;
    }

    /** Null when the form goes back to the person: a field is wrong, or somebody else has the address or number. */
    private @Nullable Stored store(
            CustomerForm form,
            @Nullable Long self,
            BindingResult errors,
            Model model,
            Function<CustomerForm, Stored> verb) {
        if (errors.hasErrors()) {
            return null;
        }
        try {
            List<Duplicate> others = form.isSureOfDuplicates() ? List.of() : duplicates.of(form.contacts(), self);
            if (others.isEmpty()) {
                return verb.apply(form);
            }
            model.addAttribute("duplicates", others);
        } catch (Refused e) {
            FormErrors.add(errors, atField(e));
        }
        return null;
    }

    /** The form holds all addresses and numbers in one field each. */
    private static Refused atField(Refused e) {
        return "email".equals(e.field()) || "phone".equals(e.field())
                ? new Refused(e.field() + "s", e.key(), e.args())
                : e;
    }
}

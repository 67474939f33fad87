package dev.rapport.purchase.web;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import dev.rapport.purchase.PurchaseDetails;
import dev.rapport.purchase.PurchaseSearch;
import dev.rapport.purchase.PurchaseService;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.format.annotation.DateTimeFormat;
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
class PurchaseController {
    private static final String NEW = "purchase/new";
    private static final String EDIT = "purchase/edit";
    private final PurchaseService purchases;
    private final PurchaseSearch search;
    private final PurchasePage page;
    private final BusinessSettings business;

    PurchaseController(PurchaseService purchases, PurchaseSearch search, PurchasePage page, BusinessSettings business) {
        this.purchases = purchases;
        this.search = search;
        this.page = page;
        this.business = business;
    }

    @GetMapping("/customers/{customerId:\\d+}/purchases/new")
    String blank(@PathVariable long customerId, Model model, Locale locale) {
        page.fill(model, customerId, null, PurchaseForm.blank(business.today(), page.base()), locale);
        return NEW;
    }

    @PostMapping("/customers/{customerId:\\d+}/purchases")
    String create(
            @PathVariable long customerId,
            @Valid @ModelAttribute("form") PurchaseForm form,
            BindingResult problems,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!problems.hasErrors()) {
            try {
                PurchaseService.Written written = purchases.record(customerId, form.toEntry());
                Flash.undoable(redirect, written.changeId(), "purchase.flash.recorded");
                return "redirect:/customers/" + customerId;
            } catch (Refused e) {
                FormErrors.add(problems, e);
            }
        }
        page.fill(model, customerId, null, form, locale);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return NEW;
    }

    @GetMapping("/purchases/{id:\\d+}")
    String show(@PathVariable long id) {
        return "redirect:/purchases/" + id + "/edit";
    }

    @GetMapping("/purchases/{id:\\d+}/edit")
    String edit(@PathVariable long id, Model model, Locale locale) {
        PurchaseDetails purchase = search.details(id);
        page.fill(model, purchase.customerId(), purchase, PurchaseForm.of(purchase, page.base()), locale);
        return EDIT;
    }

    @PostMapping("/purchases/{id:\\d+}/edit")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PurchaseForm form,
            BindingResult problems,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        PurchaseDetails purchase = search.details(id);
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!problems.hasErrors()) {
            try {
                long change = purchases.change(
                        id,
                        form.version(),
                        purchase.refundOf() == null ? form.toEntry() : form.toRefund(purchase.currency()));
                Flash.undoable(redirect, change, "purchase.flash.changed");
                return "redirect:/customers/" + purchase.customerId();
            } catch (Refused e) {
                FormErrors.add(problems, e);
            } catch (OptimisticLockingFailureException e) {
                purchase = search.details(id);
                model.addAttribute("stored", PurchaseForm.of(purchase, page.base()));
                status = HttpStatus.CONFLICT;
            }
        }
        page.fill(model, purchase.customerId(), purchase, form, locale);
        response.setStatus(status.value());
        return EDIT;
    }

    @PostMapping("/purchases/{id:\\d+}/delete")
    String delete(@PathVariable long id, RedirectAttributes redirect) {
        PurchaseDetails purchase = search.details(id);
        Flash.undoable(redirect, purchases.delete(id), "purchase.flash.deleted");
        return "redirect:/customers/" + purchase.customerId();
    }

    /** The rate field, or what stands in its place, when the currency or the day changes. */
    @GetMapping("/purchases/rate")
    String rate(
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate purchasedOn,
            Model model) {
        model.addAttribute("form", PurchaseForm.blank(business.today(), page.base()));
        model.addAttribute("rate", page.ask(currency, purchasedOn, false));
        return "purchase/_rate :: asked";
    }
}

package dev.rapport.purchase.web;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import dev.rapport.purchase.ExchangeRates;
import dev.rapport.purchase.PurchaseDetails;
import dev.rapport.purchase.PurchaseSearch;
import dev.rapport.purchase.PurchaseService;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
class RefundController {
    private static final String VIEW = "purchase/refund";
    private final PurchaseService purchases;
    private final PurchaseSearch search;
    private final ExchangeRates rates;
    private final PurchasePage page;
    private final BusinessSettings business;

    RefundController(
            PurchaseService purchases,
            PurchaseSearch search,
            ExchangeRates rates,
            PurchasePage page,
            BusinessSettings business) {
        this.purchases = purchases;
        this.search = search;
        this.rates = rates;
        this.page = page;
        this.business = business;
    }

    @GetMapping("/purchases/{id:\\d+}/refund")
    String blank(@PathVariable long id, Model model, Locale locale) {
        PurchaseDetails purchase = refundable(id);
        LocalDate today = business.today();
        PurchaseForm form = PurchaseForm.refunding(purchase, today, rateIfNoneIsOnFile(purchase, today));
        page.fill(model, purchase.customerId(), purchase, form, locale);
        return VIEW;
    }

    @PostMapping("/purchases/{id:\\d+}/refund")
    String refund(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PurchaseForm form,
            BindingResult problems,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        PurchaseDetails purchase = refundable(id);
        if (!problems.hasErrors()) {
            try {
                PurchaseService.Written written =
                        purchases.refund(purchase.customerId(), id, form.toRefund(purchase.currency()));
                Flash.undoable(redirect, written.changeId(), "purchase.flash.refunded");
                return "redirect:/customers/" + purchase.customerId();
            } catch (Refused e) {
                FormErrors.add(problems, e);
            }
        }
        page.fill(model, purchase.customerId(), purchase, form, locale);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return VIEW;
    }

    /** The purchase's own rate is the likeliest where the day has none. */
    private @Nullable BigDecimal rateIfNoneIsOnFile(PurchaseDetails purchase, LocalDate today) {
        return rates.on(purchase.currency(), today).isPresent() ? null : purchase.rate();
    }

    private PurchaseDetails refundable(long id) {
        PurchaseDetails purchase = search.details(id);
        if (purchase.isRefund()) {
            throw new NotFound("refundable purchase", id);
        }
        return purchase;
    }
}

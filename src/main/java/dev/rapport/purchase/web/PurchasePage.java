package dev.rapport.purchase.web;

import dev.rapport.customer.CustomerRecords;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.purchase.DayRate;
import dev.rapport.purchase.ExchangeRates;
import dev.rapport.purchase.ProductSearch;
import dev.rapport.purchase.PurchaseDetails;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the forms of purchases and refunds show around what is typed. */
@Component
class PurchasePage {
    private final CustomerRecords customers;
    private final ProductSearch products;
    private final ExchangeRates rates;
    private final Currencies currencies;
    private final BusinessSettings business;

    PurchasePage(
            CustomerRecords customers,
            ProductSearch products,
            ExchangeRates rates,
            Currencies currencies,
            BusinessSettings business) {
        this.customers = customers;
        this.products = products;
        this.rates = rates;
        this.currencies = currencies;
        this.business = business;
    }

    void fill(Model model, long customerId, @Nullable PurchaseDetails purchase, PurchaseForm form, Locale locale) {
        model.addAttribute("customer", customers.get(customerId));
        model.addAttribute("purchase", purchase);
        model.addAttribute("typed", form);
        // What came back from the browser stands there already, with what is wrong with it; null where a type is wrong.
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", form);
        }
        model.addAttribute("products", products.names());
        model.addAttribute("currencies", currencies.all(locale));
        model.addAttribute("rate", ask(form.currency(), form.purchasedOn(), form.rate() != null));
    }

    /** Whether the form needs the rate field, and the rate that is known without. */
    RateAsked ask(@Nullable String currency, @Nullable LocalDate day, boolean typed) {
        String base = base();
        if (currency == null || currency.isBlank() || currency.equals(base)) {
            return new RateAsked(base, base, typed, null);
        }
        DayRate onFile = day == null ? null : rates.onFile(currency, day).orElse(null);
        return new RateAsked(currency, base, typed || onFile == null, onFile);
    }

    String base() {
        return business.currency().getCurrencyCode();
    }

    /** @param onFile null in the base currency, or where the rate has to be typed */
    record RateAsked(
            String currency,
            String base,
            boolean needed,
            @Nullable DayRate onFile) {}
}

package dev.rapport.purchase.web;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.web.Choice;
import dev.rapport.purchase.ExchangeRates;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The currencies to choose from: the base one, those with a rate on file, then all others by code. */
@Component
class Currencies {
    /** Those that some country pays with today. */
    private static final Set<Currency> CURRENT =
            Arrays.stream(Locale.getISOCountries()).flatMap(Currencies::of).collect(Collectors.toUnmodifiableSet());

    private final BusinessSettings business;
    private final ExchangeRates rates;

    Currencies(BusinessSettings business, ExchangeRates rates) {
        this.business = business;
        this.rates = rates;
    }

    List<Choice> all(Locale locale) {
        Set<Currency> known = new LinkedHashSet<>();
        known.add(business.currency());
        known.addAll(foreign());
        return known.stream()
                .map(currency -> new Choice(
                        currency.getCurrencyCode(),
                        currency.getCurrencyCode() + " · " + currency.getDisplayName(locale)))
                .toList();
    }

    private List<Currency> foreign() {
        List<String> used = rates.currencies();
        return CURRENT.stream()
                .filter(currency -> !currency.equals(business.currency()))
                .sorted(Comparator.comparing((Currency currency) -> !used.contains(currency.getCurrencyCode()))
                        .thenComparing(Currency::getCurrencyCode))
                .toList();
    }

    private static Stream<Currency> of(String country) {
        return Stream.ofNullable(Currency.getInstance(new Locale("", country)));
    }
}

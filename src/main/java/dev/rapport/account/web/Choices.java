package dev.rapport.account.web;

import dev.rapport.platform.web.Choice;
import java.text.Collator;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What can be chosen of languages, countries and currencies, in the reader's language and order. */
final class Choices {
    static final List<Choice> LANGUAGES = List.of(new Choice("en", "English"), new Choice("zh-CN", "简体中文"));

    private static final Map<Locale, List<Choice>> COUNTRIES = new ConcurrentHashMap<>();
    private static final Map<Locale, List<Choice>> CURRENCIES = new ConcurrentHashMap<>();

    private Choices() {}

    static List<Choice> countries(Locale reader) {
        return COUNTRIES.computeIfAbsent(reader, Choices::readCountries);
    }

    private static List<Choice> readCountries(Locale reader) {
        return sorted(
                Stream.of(Locale.getISOCountries())
                        .map(code -> new Choice(code, new Locale("", code).getDisplayCountry(reader))),
                reader);
    }

    /** Money that some country pays with today. */
    static List<Choice> currencies(Locale reader) {
        return CURRENCIES.computeIfAbsent(reader, Choices::readCurrencies);
    }

    private static List<Choice> readCurrencies(Locale reader) {
        TreeSet<String> codes = new TreeSet<>();
        for (String country : Locale.getISOCountries()) {
            codes.add(currencyOf(country));
        }
        return codes.stream()
                .filter(code -> !code.isEmpty())
                .map(code -> new Choice(
                        code, code + " · " + Currency.getInstance(code).getDisplayName(reader)))
                .toList();
    }

    /** Empty for Antarctica and the like. */
    static String currencyOf(String country) {
        Currency currency = Currency.getInstance(new Locale("", country));
        return currency == null ? "" : currency.getCurrencyCode();
    }

    private static List<Choice> sorted(Stream<Choice> choices, Locale reader) {
        Collator collator = Collator.getInstance(reader);
        return choices.sorted(Comparator.comparing(Choice::label, collator)).toList();
    }
}

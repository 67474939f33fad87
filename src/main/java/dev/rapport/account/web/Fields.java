package dev.rapport.account.web;

import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what forms send into what the business is made of; anything that no field offers is refused. */
final class Fields {
    private static final Set<String> LANGUAGES = Set.of("en", "zh-CN");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Fields() {}

    static String line(@Nullable String text) {
        String line = Typed.line(text);
        return line == null ? "" : line;
    }

    static String asTyped(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Locale language(String field, String tag) {
        if (!LANGUAGES.contains(tag)) {
            throw notOffered(field);
        }
        return Locale.forLanguageTag(tag);
    }

    static String country(String field, String code) {
        if (!COUNTRIES.contains(code)) {
            throw notOffered(field);
        }
        return code;
    }

    static Currency currency(String field, String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw notOffered(field);
        }
    }

    static ZoneId zone(String field, String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw notOffered(field);
        }
    }

    /** From 0 to 100; a decimal comma will do. */
    static BigDecimal percent(String field, String text, int decimals) {
        String number = text.strip().replace(',', '.');
        if (!number.matches("\\d{1,3}(\\.\\d{1," + decimals + "})?")
                || new BigDecimal(number).compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new Refused(field, "account.refused.percent");
        }
        return new BigDecimal(number);
    }

    static int whole(String field, String text, int least, int most) {
        String number = text.strip();
        if (!number.matches("\\d{1,5}") || Integer.parseInt(number) < least || Integer.parseInt(number) > most) {
            throw new Refused(field, "account.refused.whole", least, most);
        }
        return Integer.parseInt(number);
    }

    private static Refused notOffered(String field) {
        return new Refused(field, "account.refused.choice");
    }
}

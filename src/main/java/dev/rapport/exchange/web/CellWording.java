package dev.rapport.exchange.web;

import dev.rapport.exchange.source.Field;
import dev.rapport.exchange.source.Reason;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.web.Formats;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts stored values and reasons into words. */
@Component
class CellWording {
    private final BusinessSettings business;
    private final MessageSource messages;

    CellWording(BusinessSettings business, MessageSource messages) {
        this.business = business;
        this.messages = messages;
    }

    String of(Field field, Map<Field, Object> values, Locale locale) {
        Object value = values.get(field);
        var formats = new Formats(locale, business, messages);
        if (value instanceof LocalDate day) {
            return formats.date(day);
        } else if (value instanceof Instant moment) {
            return formats.moment(moment);
        } else if (value instanceof BigDecimal number) {
            String currency = (String) values.get(Field.CURRENCY);
            return field == Field.RATE
                    ? number.stripTrailingZeros().toPlainString()
                    : currency == null ? formats.money(number) : formats.money(number, currency);
        } else if (value instanceof List<?> items) {
            return items.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
        return value == null ? "" : choice(field, value.toString(), locale);
    }

    /** A reason in the reader's language. */
    String said(Reason reason, Locale locale) {
        Object[] arguments = arguments(reason.field(), reason.arguments().toArray(), locale);
        return messages.getMessage(reason.key(), arguments, locale);
    }

    /** What to fill in; fields are called what the page calls them. */
    Object[] arguments(@Nullable String about, Object[] arguments, Locale locale) {
        return Arrays.stream(arguments)
                .map(it -> Arrays.stream(Field.values())
                        .filter(field -> field.code().equals(it))
                        .filter(field -> it.equals(about) || "columns".equals(about))
                        .<Object>map(field -> messages.getMessage("exchange.field." + it, null, locale))
                        .findFirst()
                        .orElse(it))
                .toArray();
    }

    private String choice(Field field, String value, Locale locale) {
        return switch (field) {
            case STAGE -> messages.getMessage("exchange.stage." + value, null, locale);
            case KIND -> messages.getMessage("exchange.contact." + value, null, locale);
            case PERSON_OR_COMPANY -> messages.getMessage("exchange.person." + value, null, locale);
            case ARCHIVED -> messages.getMessage("exchange.flag." + value, null, locale);
            case DIRECTION -> messages.getMessage("exchange.direction." + value, null, locale);
            default -> value;
        };
    }
}

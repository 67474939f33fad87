package dev.rapport.history.web;

import dev.rapport.platform.web.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;

/** Names and values of columns in the reader's language. A column without a name is none of a person's business. */
class FieldTexts {
    private static final Set<String> CODED = Set.of("stage", "kind", "direction", "role");
    private static final Set<String> MONEY = Set.of("amount", "cost", "price");
    private final MessageSource messages;
    private final Locale locale;
    private final Formats formats;

    FieldTexts(MessageSource messages, Locale locale, Formats formats) {
        this.messages = messages;
        this.locale = locale;
        this.formats = formats;
    }

    String say(String key, @Nullable Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /** Null where the key is none. */
    @Nullable
    String sayIfKnown(String key) {
        return messages.getMessage(key, null, null, locale);
    }

    /** Rows of one table may be called by their kind: an e-mail or a phone. */
    @Nullable
    String label(String table, String column, JsonNode row) {
        String key = "history." + table + "." + column;
        if (!CODED.contains(column)) {
            for (String kind : List.of("kind", "source")) {
                String special = sayIfKnown(key + "." + row.path(kind).asString(""));
                if (special != null) {
                    return special;
                }
            }
        }
        return table.equals("timeline_entry") ? null : sayIfKnown(key);
    }

    String value(String table, String column, @Nullable JsonNode row) {
        JsonNode value = row == null ? null : row.get(column);
        if (row == null || value == null || value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.asString()));
            return String.join(", ", parts);
        }
        String plain = value.isBoolean() ? String.valueOf(value.asBoolean()) : value.asString();
        if (CODED.contains(column) || value.isBoolean()) {
            String said = sayIfKnown("history." + table + "." + column + "." + plain);
            return said == null ? plain : said;
        }
        if (MONEY.contains(column) && value.isNumber()) {
            return formats.money(new BigDecimal(plain), row.path("currency").asString(null));
        }
        if (column.equals("country")) {
            return new Locale("", plain).getDisplayCountry(locale);
        }
        if (column.equals("language")) {
            return Locale.forLanguageTag(plain).getDisplayName(locale);
        }
        if (column.endsWith("_on") || column.equals("birthday") || column.equals("on_day")) {
            return day(plain);
        }
        return column.endsWith("_at") ? moment(plain) : plain;
    }

    private String day(String text) {
        try {
            return formats.date(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    private String moment(String text) {
        try {
            return formats.moment(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}

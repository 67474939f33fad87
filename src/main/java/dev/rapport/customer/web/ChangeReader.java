package dev.rapport.customer.web;

import dev.rapport.customer.web.ReadableChange.Difference;
import dev.rapport.platform.web.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what differs between two row images, field by field, for those fields that have a name. */
class ChangeReader {
    private static final Set<String> CODED = Set.of("stage", "kind", "direction");
    private final JsonMapper json;
    private final MessageSource messages;
    private final Locale locale;
    private final Formats formats;

    ChangeReader(JsonMapper json, MessageSource messages, Locale locale, Formats formats) {
        this.json = json;
        this.messages = messages;
        this.locale = locale;
        this.formats = formats;
    }

    List<Difference> differences(@Nullable String before, @Nullable String after) {
        Map<String, JsonNode> was = rows(before);
        Map<String, JsonNode> is = rows(after);
        Set<String> all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String row : all) {
            compare(row.substring(0, row.indexOf(' ')), was.get(row), is.get(row), differences);
        }
        return differences;
    }

    private void compare(String table, @Nullable JsonNode was, @Nullable JsonNode is, List<Difference> differences) {
        Set<String> columns = new TreeSet<>();
        if (was != null) {
            columns.addAll(was.propertyNames());
        }
        if (is != null) {
            columns.addAll(is.propertyNames());
        }
        for (String column : columns) {
            String label = label(table, column);
            String old = text(table, column, was);
            String now = text(table, column, is);
            if (label != null && !old.equals(now)) {
                differences.add(new Difference(label, old, now));
            }
        }
    }

    private @Nullable String label(String table, String column) {
        return messages.getMessage("history." + table + "." + column, null, null, locale);
    }

    private String text(String table, String column, @Nullable JsonNode row) {
        JsonNode value = row == null ? null : row.get(column);
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.asString()));
            return String.join(", ", parts);
        }
        String plain = value.isBoolean() ? String.valueOf(value.asBoolean()) : value.asString();
        if (CODED.contains(column) || value.isBoolean()) {
            return java.util.Objects.requireNonNullElse(
                    messages.getMessage("history." + table + "." + column + "." + plain, null, plain, locale), plain);
        }
        if (column.endsWith("_on") || column.equals("birthday")) {
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
            Instant moment = OffsetDateTime.parse(text).toInstant();
            return formats.moment(moment);
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    /** By table and id. */
    private Map<String, JsonNode> rows(@Nullable String image) {
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        if (image != null) {
            json.readTree(image)
                    .properties()
                    .forEach(table -> table.getValue()
                            .forEach(row -> rows.put(
                                    table.getKey() + " " + row.path("id").asLong(), row)));
        }
        return rows;
    }
}

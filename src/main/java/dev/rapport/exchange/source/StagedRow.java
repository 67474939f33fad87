package dev.rapport.exchange.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as it will be stored: text, {@code LocalDate}, {@code Instant}, {@code BigDecimal}, {@code Integer} or a list of text for each
 * field that holds something.
 */
public record StagedRow(long line, Map<Field, Object> values) {
    public @Nullable Object get(Field field) {
        return values.get(field);
    }

    public @Nullable String text(Field field) {
        return (String) values.get(field);
    }
}

package dev.rapport.exchange;

import dev.rapport.exchange.source.Field;
import dev.rapport.exchange.source.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the file as it would be stored, or why it stays out. */
public record PreviewRow(
        long line, Map<Field, Object> values, @Nullable Reason reason) {}

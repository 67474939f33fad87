package dev.rapport.exchange.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a row stays out: a message key of the exchange bundle, what to fill in, and the field it is about. */
public record Reason(@Nullable String field, String key, List<String> arguments) {
    public static Reason of(@Nullable String field, String key, Object... arguments) {
        return new Reason(
                field,
                key,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }
}

package dev.rapport.metrics.formula;

import java.util.List;

/** A sentence that both languages can show: a message key and what to fill in. */
public record Text(String key, List<Object> arguments) {

    public Text {
        arguments = List.copyOf(arguments);
    }

    public static Text of(String key, Object... arguments) {
        return new Text(key, List.of(arguments));
    }
}

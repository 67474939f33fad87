package dev.rapport.metrics.web;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** A page that was about to be drawn: its model, its words and its money. */
record TablePage(Map<String, Object> model, MessageSource messages, Locale locale, String currency) {

    boolean has(String attribute) {
        return model.get(attribute) != null;
    }

    @SuppressWarnings("unchecked")
    <T> T get(String attribute) {
        return (T) Objects.requireNonNull(model.get(attribute), attribute);
    }

    String text(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    <R> TableRows<R> rows(String title, Iterable<R> rows) {
        return new TableRows<>(this, text(title), rows);
    }
}

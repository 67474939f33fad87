package dev.rapport.platform;

import org.jspecify.annotations.Nullable;

/**
 * Input that breaks a rule: a message key for the person, and the field that it belongs to, if one does. Pages show it at
 * the field, the API answers a 400 problem.
 */
public final class Refused extends RuntimeException {
    private final @Nullable String field;
    private final String key;
    private final Object[] args;

    public Refused(@Nullable String field, String key, Object... args) {
        super(key);
        this.field = field;
        this.key = key;
        this.args = args;
    }

    public @Nullable String field() {
        return field;
    }

    public String key() {
        return key;
    }

    public Object[] args() {
        return args;
    }
}

package dev.rapport.exchange.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one row of the file is. */
public enum ImportKind {
    CUSTOMERS,
    PURCHASES,
    ANSWERS,
    INTERACTIONS,
    TASKS;

    /** The name in the API and in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Some things are to be done for nobody in particular. */
    public boolean needsCustomer() {
        return this != CUSTOMERS && this != TASKS;
    }

    public boolean isFact() {
        return this != CUSTOMERS;
    }

    public static Optional<ImportKind> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}

package dev.rapport.interaction;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which rows of a timeline to show. */
public enum TimelineFilter {
    ALL("true"),
    TALKS("source = 'interaction'"),
    PURCHASES("source = 'purchase'"),
    FEEDBACK("source = 'answer'");

    private final String condition;

    TimelineFilter(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    /** As an address names it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All, where the address names none of ours. */
    public static TimelineFilter of(@Nullable String code) {
        for (TimelineFilter filter : values()) {
            if (filter.code().equals(code)) {
                return filter;
            }
        }
        return ALL;
    }
}

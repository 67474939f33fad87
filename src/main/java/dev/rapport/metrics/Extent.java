package dev.rapport.metrics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the data reach.
 *
 * @param first day of the first purchase or answer
 * @param last day of the last purchase (of the last answer where nothing was bought): where figures end
 */
public record Extent(@Nullable LocalDate first, @Nullable LocalDate last, boolean customers, boolean interactions) {

    /** Whether there is anything to make a figure of. */
    public boolean figures() {
        return last != null;
    }
}

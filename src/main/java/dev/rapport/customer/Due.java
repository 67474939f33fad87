package dev.rapport.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is to be done next with a customer, and when. */
public record Due(String title, LocalDate on, Tone tone) {

    /** Null when nothing is planned. */
    static @Nullable Due of(@Nullable String title, @Nullable LocalDate on, LocalDate today) {
        if (title == null || on == null) {
            return null;
        }
        return new Due(title, on, on.isBefore(today) ? Tone.BAD : on.equals(today) ? Tone.WARN : Tone.PLAIN);
    }
}

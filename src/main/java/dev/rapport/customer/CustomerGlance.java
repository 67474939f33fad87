package dev.rapport.customer;

import dev.rapport.customer.CustomerDetails.Summary;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What of a customer's sums needs words or a colour: mood, rhythm and what is next.
 *
 * @param usualDays days between contacts on the average, where there were enough of them to tell
 */
public record CustomerGlance(
        @Nullable Mood mood, @Nullable Due next, @Nullable Long usualDays, Tone rhythm) {
    private static final int ENOUGH_CONTACTS = 4;

    static CustomerGlance of(Summary summary, LocalDate today, ZoneId zone) {
        Long usual = usualDays(summary);
        boolean overdue = usual != null
                && summary.lastContactAt() != null
                && ChronoUnit.DAYS.between(LocalDate.ofInstant(summary.lastContactAt(), zone), today) > usual;
        return new CustomerGlance(
                Mood.of(summary.lastSurvey(), summary.lastScore()),
                Due.of(summary.nextTaskTitle(), summary.nextTaskOn(), today),
                usual,
                overdue ? Tone.WARN : Tone.PLAIN);
    }

    private static @Nullable Long usualDays(Summary summary) {
        if (summary.interactions() < ENOUGH_CONTACTS
                || summary.firstContactAt() == null
                || summary.lastContactAt() == null) {
            return null;
        }
        double days = ChronoUnit.MINUTES.between(summary.firstContactAt(), summary.lastContactAt()) / 1440.0;
        return Math.max(1, Math.round(days / (summary.interactions() - 1)));
    }
}

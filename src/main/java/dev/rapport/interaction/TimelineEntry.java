package dev.rapport.interaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of a customer's timeline, drawn from the fact {@code sourceId} of another table. Begin with {@link #at} or
 * {@link #on} and add what there is to show.
 */
public record TimelineEntry(
        Source source,
        long sourceId,
        long customerId,
        String kind,
        Instant happenedAt,
        boolean allDay,
        @Nullable String direction,
        @Nullable String title,
        @Nullable String body,
        @Nullable String outcome,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable Integer score) {

    /** Whose fact it is; the module that owns it writes and removes the row. */
    public enum Source {
        INTERACTION,
        PURCHASE,
        ANSWER;

        /** As the column holds it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A fact with a moment. {@code kind}: CALL … NOTE, PURCHASE, REFUND, NPS, CSAT, CES. */
    public static TimelineEntry at(Source source, long sourceId, long customerId, String kind, Instant moment) {
        return new TimelineEntry(
                source, sourceId, customerId, kind, moment, false, null, null, null, null, null, null, null);
    }

    /** A fact with a day and no time: it stands at noon UTC, wherever the founder lives or moves. */
    public static TimelineEntry on(Source source, long sourceId, long customerId, String kind, LocalDate day) {
        Instant noon = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new TimelineEntry(
                source, sourceId, customerId, kind, noon, true, null, null, null, null, null, null, null);
    }

    public TimelineEntry saying(@Nullable String newTitle, @Nullable String newBody) {
        return new TimelineEntry(
                source,
                sourceId,
                customerId,
                kind,
                happenedAt,
                allDay,
                direction,
                newTitle,
                newBody,
                outcome,
                amount,
                currency,
                score);
    }

    public TimelineEntry directed(String newDirection, @Nullable String newOutcome) {
        return new TimelineEntry(
                source,
                sourceId,
                customerId,
                kind,
                happenedAt,
                allDay,
                newDirection,
                title,
                body,
                newOutcome,
                amount,
                currency,
                score);
    }

    public TimelineEntry worth(BigDecimal newAmount, String newCurrency) {
        return new TimelineEntry(
                source,
                sourceId,
                customerId,
                kind,
                happenedAt,
                allDay,
                direction,
                title,
                body,
                outcome,
                newAmount,
                newCurrency,
                score);
    }

    public TimelineEntry scored(int newScore) {
        return new TimelineEntry(
                source,
                sourceId,
                customerId,
                kind,
                happenedAt,
                allDay,
                direction,
                title,
                body,
                outcome,
                amount,
                currency,
                newScore);
    }
}

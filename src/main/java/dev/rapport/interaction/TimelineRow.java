package dev.rapport.interaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A stored row of a timeline. */
public record TimelineRow(
        long id,
        long customerId,
        String source,
        long sourceId,
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

    /** The day it stands under: a fact without a time keeps its own day in every zone. */
    public LocalDate day(ZoneId zone) {
        return happenedAt.atZone(allDay ? ZoneOffset.UTC : zone).toLocalDate();
    }
}

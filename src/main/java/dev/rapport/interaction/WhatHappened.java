package dev.rapport.interaction;

import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What an interaction says: all of it that a person can edit. Lines come without the white space around them. */
public record WhatHappened(
        InteractionKind kind,
        Direction direction,
        Instant occurredAt,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String purpose,
        @Nullable String outcome) {
    /** Outside these a date is a slip of the keyboard, and PostgreSQL's own range ends somewhere too. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** @throws Refused when the moment lies outside {@link #EARLIEST} and {@link #LATEST} */
    public WhatHappened {
        if (occurredAt.isBefore(EARLIEST) || !occurredAt.isBefore(LATEST)) {
            throw new Refused("occurredAt", "interaction.refused.when");
        }
        // PostgreSQL keeps microseconds: what was given and what is read back must be equal.
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        subject = Typed.line(subject);
        body = Typed.note(body);
        purpose = Typed.line(purpose);
        outcome = Typed.line(outcome);
    }
}

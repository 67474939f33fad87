package dev.rapport.interaction;

import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an interaction says: all of it that a person can edit. Making one cleans the texts and refuses what cannot be kept, so
 * that page, API and import share the rules.
 */
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

    private static final int LINE = 500;
    private static final int NOTE = 100_000;

    public WhatHappened {
        if (occurredAt.isBefore(EARLIEST) || !occurredAt.isBefore(LATEST)) {
            throw new Refused("occurredAt", "interaction.refused.when");
        }
        // PostgreSQL keeps microseconds: what was given and what is read back must be equal.
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        subject = fits("subject", Typed.line(subject), LINE);
        body = fits("body", Typed.note(body), NOTE);
        purpose = fits("purpose", Typed.line(purpose), LINE);
        outcome = fits("outcome", Typed.line(outcome), LINE);
    }

    private static @Nullable String fits(String field, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            throw new Refused(field, "interaction.refused.long", most);
        }
        if (text != null && !Typed.isStorable(text)) {
            throw new Refused(field, "platform.refused.characters");
        }
        return text;
    }
}

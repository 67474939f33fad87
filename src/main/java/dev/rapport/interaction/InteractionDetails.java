package dev.rapport.interaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An interaction as it is stored. */
public record InteractionDetails(
        long id,
        int version,
        long customerId,
        String customerName,
        InteractionKind kind,
        Direction direction,
        Instant occurredAt,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String purpose,
        @Nullable String outcome,
        Instant createdAt) {
    public WhatHappened what() {
        return new WhatHappened(kind, direction, occurredAt, subject, body, purpose, outcome);
    }
}

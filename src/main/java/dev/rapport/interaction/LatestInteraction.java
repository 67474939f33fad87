package dev.rapport.interaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of the last things that happened with anybody. */
public record LatestInteraction(
        long id,
        long customerId,
        String customerName,
        InteractionKind kind,
        Instant occurredAt,
        @Nullable String direction,
        @Nullable String subject,
        @Nullable String body) {}

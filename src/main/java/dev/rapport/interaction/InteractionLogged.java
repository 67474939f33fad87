package dev.rapport.interaction;

import org.jspecify.annotations.Nullable;

/** Heard in the same transaction: the next step becomes a follow-up or nothing was logged at all. */
public record InteractionLogged(
        long interactionId, long customerId, @Nullable NextStep nextStep) {}

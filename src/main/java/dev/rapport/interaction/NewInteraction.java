package dev.rapport.interaction;

import org.jspecify.annotations.Nullable;

/**
 * An interaction to be logged. {@code formToken} is what the form carries to be told from its own second submission: the
 * same token never logs twice.
 */
public record NewInteraction(
        long customerId,
        WhatHappened what,
        @Nullable NextStep nextStep,
        @Nullable String formToken) {}

package dev.rapport.interaction;

import org.jspecify.annotations.Nullable;

/**
 * An interaction to be logged.
 *
 * @param formToken what a form carries to be told from its own second submission: the same token never logs twice
 */
public record NewInteraction(
        WhatHappened what,
        @Nullable NextStep nextStep,
        @Nullable String formToken) {
    public NewInteraction(WhatHappened what) {
        this(what, null, null);
    }
}

package dev.rapport.purchase.web;

import dev.rapport.platform.Note;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** Lines of {@code date,currency,rate}. */
record RatesForm(
        @NotBlank(message = "{purchase.refused.no-rates}") @Note @Nullable
        String lines) {}

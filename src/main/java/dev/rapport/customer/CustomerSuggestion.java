package dev.rapport.customer;

import org.jspecify.annotations.Nullable;

/** A customer that the words typed so far may mean. */
public record CustomerSuggestion(
        long id,
        String name,
        @Nullable String company,
        @Nullable String contact) {}

package dev.rapport.platform;

import org.jspecify.annotations.Nullable;

/** Rows went back to what they were; heard in the same transaction by what keeps sums of them. */
public record ChangeUndone(
        String entity, long entityId, @Nullable Long customerId) {}

package dev.rapport.interaction;

import org.jspecify.annotations.Nullable;

/** The interaction that was logged, and the change that undoes it; none where the same form had logged it before. */
public record Logged(long id, long customerId, @Nullable Long changeId) {}

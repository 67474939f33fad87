package dev.rapport.platform;

import java.util.Collection;

/** {@link ChangeUndone} for many things at once. */
public record ManyUndone(String entity, Collection<Long> entityIds, Collection<Long> customerIds) {}

package dev.rapport.platform;

import java.util.Collection;

/** What the log held of deleted things was taken out; whoever keeps copies elsewhere does the same. */
public record DeletedForGood(String entity, Collection<Long> entityIds) {}

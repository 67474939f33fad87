package dev.rapport.exchange.archive;

import org.jspecify.annotations.Nullable;

/**
 * When the archive of the night is made, and where a second one goes.
 *
 * @param hour 0..23 in the founder's zone
 */
public record ArchiveSettings(int hour, @Nullable String secondFolder) {
    static final ArchiveSettings UNCHANGED = new ArchiveSettings(3, null);
}

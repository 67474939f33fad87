package dev.rapport.exchange.archive;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An archive in the folder, with what is known of it: one that was put there by hand and is encrypted tells nothing.
 *
 * @param copiedTo second folder that got it too
 * @param copyFailure message key
 */
public record Backup(
        String fileName,
        Instant madeAt,
        long bytes,
        boolean encrypted,
        @Nullable ArchiveReason reason,
        @Nullable Long customers,
        @Nullable Long rows,
        @Nullable Duration took,
        @Nullable String copiedTo,
        @Nullable String copyFailure) {}

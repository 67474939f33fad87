package dev.rapport.exchange.archive;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at an archive.
 *
 * @param finishedAt null while it runs
 * @param fileName null until it is written, and when it failed
 * @param failure message key; null when all went well
 * @param detail what the system said of the failure
 * @param copiedTo second folder that holds it too
 * @param copyFailure message key; null where no copy was wanted or it went well
 * @param host name of the machine whose Rapport wrote it
 * @param folder where it wrote it; of several instances on one database each has its own
 */
public record ArchiveRun(
        long id,
        ArchiveReason reason,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String fileName,
        @Nullable Long bytes,
        @Nullable Long customers,
        @Nullable Long rows,
        @Nullable String failure,
        @Nullable String detail,
        @Nullable String copiedTo,
        @Nullable String copyFailure,
        @Nullable String host,
        @Nullable String folder) {

    public Duration took() {
        return finishedAt == null ? Duration.ZERO : Duration.between(startedAt, finishedAt);
    }

    public boolean hasFailed() {
        return failure != null;
    }
}

package dev.rapport.exchange.restore;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How restoring an archive went, beside the live tables.
 *
 * @param differing tables whose rows weren't those of the archive
 * @param failure message key of why it came to no comparison
 */
public record Rehearsal(
        long id,
        @Nullable String fileName,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Integer tables,
        @Nullable Long rows,
        List<String> differing,
        @Nullable String failure,
        @Nullable String detail) {

    public boolean isEqual() {
        return finishedAt != null && failure == null && differing.isEmpty();
    }

    public boolean hasFailed() {
        return finishedAt != null && !isEqual();
    }

    public String differingTables() {
        return String.join(", ", differing);
    }
}

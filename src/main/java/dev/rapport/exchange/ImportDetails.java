package dev.rapport.exchange;

import dev.rapport.exchange.source.ImportKind;
import dev.rapport.exchange.source.Mapping;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An import as it stands. */
public record ImportDetails(
        long id,
        @Nullable Long accountId,
        ImportKind kind,
        String fileName,
        String storedAs,
        long size,
        Mapping mapping,
        boolean dryRun,
        ImportState state,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Counts counts,
        @Nullable String failureKey,
        List<String> failureArgs) {}

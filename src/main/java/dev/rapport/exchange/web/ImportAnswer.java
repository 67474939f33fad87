package dev.rapport.exchange.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rapport.exchange.ImportDetails;
import dev.rapport.exchange.ImportService.HowFar;
import dev.rapport.exchange.ImportState;
import dev.rapport.exchange.UndoReport;
import dev.rapport.exchange.source.Mapping;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An import as the API tells it. {@code passedOver} rows, such as orders never paid, count nowhere else; {@code errors} holds the first rows that stayed out. */
record ImportAnswer(
        long id,
        String kind,
        ImportState state,
        boolean dryRun,
        String fileName,
        Mapping mapping,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int rows,
        int created,
        int updated,
        int unchanged,
        int rejected,
        int customersCreated,
        int passedOver,
        List<RowError> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HowFar progress,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Undone undone,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String failure) {

    record RowError(long line, @Nullable String field, String message) {}

    /** What its undo took out, and what stayed since somebody had touched it; of the customers the first hundred. */
    record Undone(
            int records,
            int customers,
            int recordsKept,
            int customersKept,
            int customersStripped,
            List<UndoReport.Person> kept,
            List<UndoReport.Person> stripped) {
        static Undone of(UndoReport it) {
            return new Undone(
                    it.factsRemoved(),
                    it.customersRemoved(),
                    it.factsKept(),
                    it.customersKept().count(),
                    it.customersStripped().count(),
                    it.customersKept().first(),
                    it.customersStripped().first());
        }
    }

    static ImportAnswer of(
            ImportDetails it,
            List<RowError> errors,
            @Nullable HowFar progress,
            @Nullable Undone undone,
            @Nullable String failure) {
        return new ImportAnswer(
                it.id(),
                it.kind().code(),
                it.state(),
                it.dryRun(),
                it.fileName(),
                it.mapping(),
                it.createdAt(),
                it.startedAt(),
                it.finishedAt(),
                it.counts().rows(),
                it.counts().created(),
                it.counts().updated(),
                it.counts().unchanged(),
                it.counts().rejected(),
                it.counts().customersCreated(),
                it.counts().passedOver(),
                errors,
                progress,
                undone,
                failure);
    }
}

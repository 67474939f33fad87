package dev.rapport.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the change log. {@code before} and {@code after} are JSON objects of row arrays by table. */
public record LoggedChange(
        long id,
        Instant happenedAt,
        @Nullable Long accountId,
        Via via,
        String entity,
        long entityId,
        @Nullable Long customerId,
        Action action,
        @Nullable String before,
        @Nullable String after,
        @Nullable Long undoneBy) {

    public enum Action {
        CREATED,
        CHANGED,
        DELETED,
        UNDONE
    }

    public boolean isUndone() {
        return undoneBy != null;
    }
}

package dev.rapport.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the change log. {@code before} and {@code after} are JSON objects of row arrays by table.
 *
 * @param partOf the entry of the bulk operation that it was one of
 * @param emptiedAt when the images were taken out, because the thing was deleted for good or the person erased
 */
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
        @Nullable Long undoes,
        @Nullable Long partOf,
        boolean gone,
        @Nullable Instant emptiedAt,
        @Nullable Long undoneBy) {

    /** The entity of the entry that stands for a whole bulk operation; its {@code entityId} says nothing. */
    public static final String BULK = "bulk";

    public enum Action {
        CREATED,
        CHANGED,
        DELETED,
        UNDONE
    }

    public boolean isUndone() {
        return undoneBy != null;
    }

    public boolean isBulk() {
        return entity.equals(BULK);
    }
}

package dev.rapport.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stretch of a list and the cursor that the next one begins after; null at the end. */
public record Slice<T>(List<T> items, @Nullable String next) {

    /** Cuts one row more than was wanted down to {@code limit}; the surplus row only tells that there is more. */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<T, Cursor> position) {
        if (rows.size() <= limit) {
            return new Slice<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Slice<>(items, position.apply(items.get(limit - 1)).encoded());
    }

    public <R> Slice<R> map(Function<T, R> change) {
        return new Slice<>(items.stream().map(change).toList(), next);
    }

    /** The page size that the API promises: 1 to 200, 50 if not said. */
    public static int limit(@Nullable Integer asked) {
        return asked == null ? 50 : Math.max(1, Math.min(200, asked));
    }
}

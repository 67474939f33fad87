package dev.rapport.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many customers: those chosen one by one, or all that a list shows.
 *
 * @param ids null for all of {@code filter}
 */
public record BulkSelection(@Nullable List<Long> ids, CustomerFilter filter) {
    public static BulkSelection of(List<Long> ids) {
        return new BulkSelection(List.copyOf(ids), CustomerFilter.ALL);
    }

    public static BulkSelection all(CustomerFilter filter) {
        return new BulkSelection(null, filter);
    }
}

package dev.rapport.purchase;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product and what it brought, in the base currency.
 *
 * @param purchases how often it was bought
 * @param revenue net of refunds
 * @param margin revenue without the cost of the sales; null without sales, or where neither a purchase nor the product names
 *     a cost
 */
public record ProductRow(
        long id,
        int version,
        String name,
        ProductKind kind,
        @Nullable BigDecimal price,
        @Nullable BigDecimal cost,
        @Nullable Instant archivedAt,
        int purchases,
        BigDecimal revenue,
        @Nullable BigDecimal margin) {

    public boolean isArchived() {
        return archivedAt != null;
    }
}

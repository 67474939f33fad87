package dev.rapport.purchase;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

    /** Of the revenue; null where there is none. */
    public @Nullable BigDecimal marginPercent() {
        return margin == null || revenue.signum() <= 0
                ? null
                : margin.multiply(BigDecimal.valueOf(100)).divide(revenue, 1, RoundingMode.HALF_UP);
    }

    public boolean isArchived() {
        return archivedAt != null;
    }
}

package dev.rapport.purchase;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stored purchase or refund.
 *
 * @param refunded what its refunds come to, zero or negative
 */
public record PurchaseDetails(
        long id,
        int version,
        long customerId,
        @Nullable String externalId,
        LocalDate purchasedOn,
        BigDecimal amount,
        String currency,
        BigDecimal rate,
        @Nullable BigDecimal cost,
        BigDecimal baseAmount,
        @Nullable String product,
        @Nullable Long refundOf,
        BigDecimal refunded,
        @Nullable String note,
        Instant createdAt) {

    public boolean isRefund() {
        return amount.signum() < 0;
    }

    /** What can still go back to the customer. */
    public BigDecimal refundable() {
        return isRefund() ? BigDecimal.ZERO : amount.add(refunded);
    }
}

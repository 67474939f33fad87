package dev.rapport.purchase.web;

import dev.rapport.purchase.PurchaseDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored purchase as the API answers it. {@code baseAmount} is in the base currency, {@code refunded} in the purchase's. */
record PurchaseBody(
        long id,
        int version,
        long customerId,
        LocalDate purchasedOn,
        BigDecimal amount,
        String currency,
        BigDecimal rate,
        BigDecimal baseAmount,
        @Nullable BigDecimal cost,
        @Nullable String product,
        @Nullable Long refundOf,
        BigDecimal refunded,
        @Nullable String note,
        @Nullable String externalId,
        Instant createdAt) {

    static PurchaseBody of(PurchaseDetails stored) {
        return new PurchaseBody(
                stored.id(),
                stored.version(),
                stored.customerId(),
                stored.purchasedOn(),
                Numbers.shortest(stored.amount()),
                stored.currency(),
                Numbers.shortest(stored.rate()),
                Numbers.shortest(stored.baseAmount()),
                stored.cost() == null ? null : Numbers.shortest(stored.cost()),
                stored.product(),
                stored.refundOf(),
                Numbers.shortest(stored.refunded()),
                stored.note(),
                stored.externalId(),
                stored.createdAt());
    }
}

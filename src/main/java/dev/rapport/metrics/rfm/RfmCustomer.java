package dev.rapport.metrics.rfm;

import dev.rapport.metrics.formula.RfmSegment;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A customer's recency in days, purchases and net revenue, each with its score of 1 to 5. */
public record RfmCustomer(
        long customerId,
        @Nullable String externalId,
        String name,
        long recency,
        long frequency,
        BigDecimal amount,
        int r,
        int f,
        int m) {

    public int code() {
        return 100 * r + 10 * f + m;
    }

    public RfmSegment segment() {
        return RfmSegment.of(code());
    }
}

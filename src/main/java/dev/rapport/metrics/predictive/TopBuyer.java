package dev.rapport.metrics.predictive;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A customer among those worth most.
 *
 * @param days on which the customer has bought
 * @param weeks since the last purchase
 * @param spend expected of a purchase
 * @param revenue expected over the horizon
 */
public record TopBuyer(
        long id,
        String name,
        int days,
        long weeks,
        @Nullable BigDecimal alivePercent,
        @Nullable BigDecimal purchases,
        @Nullable BigDecimal spend,
        @Nullable BigDecimal revenue) {}

package dev.rapport.purchase.web;

import dev.rapport.customer.CustomerDetails.Summary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How large a customer's purchases are and how often they come.
 *
 * @param average net of refunds, in the base currency; null without purchases
 * @param days between purchases on average; null until there are two days
 */
record Rhythm(@Nullable BigDecimal average, @Nullable Long days) {

    interface Source {
        Rhythm of(Summary summary);
    }

    static Rhythm of(Summary summary) {
        if (summary.purchases() == 0 || summary.firstPurchaseOn() == null || summary.lastPurchaseOn() == null) {
            return new Rhythm(null, null);
        }
        BigDecimal average = summary.revenue().divide(BigDecimal.valueOf(summary.purchases()), 4, RoundingMode.HALF_UP);
        long days = ChronoUnit.DAYS.between(summary.firstPurchaseOn(), summary.lastPurchaseOn());
        return new Rhythm(average, days == 0 ? null : Math.max(1, Math.round(days / (summary.purchases() - 1.0))));
    }
}

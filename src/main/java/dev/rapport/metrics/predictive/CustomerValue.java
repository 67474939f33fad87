package dev.rapport.metrics.predictive;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the models say of one customer.
 *
 * @param fit by which they say it
 * @param buyer when and for how much the customer has bought, up to today
 * @param alivePercent chance that the customer will ever buy again, 0..100
 * @param purchases to expect over the horizon
 * @param spend on one of them; null where spending couldn't be fitted
 * @param revenue over the horizon
 * @param low with {@code high} the plausible range of the revenue, as far as the parameters are uncertain
 */
public record CustomerValue(
        StoredFit fit,
        BuyerRow buyer,
        int months,
        BigDecimal alivePercent,
        BigDecimal purchases,
        @Nullable BigDecimal spend,
        @Nullable BigDecimal revenue,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal margin) {

    public LocalDate fitted() {
        return fit.asOf();
    }
}

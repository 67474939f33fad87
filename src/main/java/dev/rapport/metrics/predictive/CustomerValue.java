package dev.rapport.metrics.predictive;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the models say of one customer.
 *
 * @param alivePercent chance that the customer will ever buy again, 0..100
 * @param purchases to expect over the horizon
 * @param revenue over the horizon; null where spending couldn't be fitted
 * @param low with {@code high} the plausible range of the revenue, as far as the parameters are uncertain
 */
public record CustomerValue(
        LocalDate fitted,
        int months,
        BigDecimal alivePercent,
        BigDecimal purchases,
        @Nullable BigDecimal revenue,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal margin) {}

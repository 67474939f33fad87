package dev.rapport.metrics.predictive;

import dev.rapport.metrics.formula.DiscountRate;
import dev.rapport.metrics.formula.Exact;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far ahead value is counted, and how much less it is worth later.
 *
 * @param yearlyRate 0.1 is ten percent a year
 */
public record Horizon(int months, BigDecimal yearlyRate) {

    private static final int LONGEST = 600;
    private static final int YEAR = 12;
    private static final int FINEST = 40;
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100);

    public Horizon {
        if (months < 1 || months > LONGEST) {
            throw new Refused("horizonMonths", "metrics.refused.horizon", LONGEST);
        }
        if (yearlyRate.compareTo(BigDecimal.ONE.negate()) <= 0 || yearlyRate.compareTo(HIGHEST) > 0) {
            throw new Refused("annualDiscountRate", "metrics.refused.rate");
        }
        // Before anything is reckoned: 1e-999999999 added to 1 has as many digits.
        if (yearlyRate.scale() > FINEST) {
            throw new Refused("annualDiscountRate", "metrics.refused.size");
        }
        yearlyRate = Exact.tidy(yearlyRate);
    }

    /** As set for the business, unless asked otherwise. */
    public static Horizon of(@Nullable Integer months, @Nullable BigDecimal yearlyRate, BusinessSettings business) {
        return new Horizon(
                months == null ? YEAR * business.clvYears() : months,
                yearlyRate == null ? business.discountRate().movePointLeft(2) : yearlyRate);
    }

    public static Horizon of(BusinessSettings business) {
        return of(null, null, business);
    }

    double monthlyRate() {
        return DiscountRate.perMonth(yearlyRate).doubleValue();
    }
}

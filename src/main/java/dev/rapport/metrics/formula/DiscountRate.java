package dev.rapport.metrics.formula;

import java.math.BigDecimal;

/** Discount rates are entered per year; twelve months at the monthly rate make one year. */
public final class DiscountRate {

    private DiscountRate() {}

    public static BigDecimal perMonth(BigDecimal perYear) {
        double rate = Math.expm1(Math.log1p(Input.rate("discount", perYear).doubleValue()) / 12);
        return BigDecimal.valueOf(rate);
    }
}

package dev.rapport.purchase.web;

import java.math.BigDecimal;

/** Exact numbers without the zeros that the column's scale adds, and never with an exponent. */
final class Numbers {
    private Numbers() {}

    static BigDecimal shortest(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), 0));
    }

    /** As an amount is typed: never with exactly three decimals, which could be read as thousands. */
    static String typed(BigDecimal value) {
        int scale = shortest(value).scale();
        return value.setScale(scale + scale % 2).toPlainString();
    }
}

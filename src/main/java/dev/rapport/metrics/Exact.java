package dev.rapport.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimal arithmetic with digits to spare, so that rounding is left to whoever shows the number. */
final class Exact {

    static final MathContext DIGITS = MathContext.DECIMAL128;
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext SHOWN = new MathContext(20, RoundingMode.HALF_UP);

    private Exact() {}

    static BigDecimal of(long whole) {
        return BigDecimal.valueOf(whole);
    }

    static BigDecimal divide(BigDecimal of, BigDecimal by) {
        return of.divide(by, DIGITS);
    }

    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return divide(part.multiply(HUNDRED), whole);
    }

    /** At most 20 significant digits, and 1000 rather than 1E+3. */
    static BigDecimal tidy(BigDecimal number) {
        BigDecimal plain = number.round(SHOWN).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}

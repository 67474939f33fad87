package dev.rapport.metrics.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimal arithmetic with digits to spare, so that rounding is left to whoever shows the number. */
public final class Exact {

    public static final MathContext DIGITS = MathContext.DECIMAL128;
    public static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext SHOWN = new MathContext(20, RoundingMode.HALF_UP);

    private Exact() {}

    public static BigDecimal of(long whole) {
        return BigDecimal.valueOf(whole);
    }

    public static BigDecimal divide(BigDecimal of, BigDecimal by) {
        return of.divide(by, DIGITS);
    }

    public static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return divide(part.multiply(HUNDRED), whole);
    }

    /** At most 20 significant digits, and 1000 rather than 1E+3. */
    public static BigDecimal tidy(BigDecimal number) {
        BigDecimal plain = number.round(SHOWN).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}

package dev.rapport.purchase;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** What fits the columns of amounts, rates and days; anything else is refused, never cut. */
final class Figures {
    static final int AMOUNT_SCALE = 4;
    private static final int AMOUNT_DIGITS = 15;
    private static final int RATE_SCALE = 12;
    private static final int RATE_DIGITS = 12;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private Figures() {}

    static BigDecimal amount(String field, BigDecimal value) {
        if (decimals(value) > AMOUNT_SCALE) {
            throw new Refused(field, "purchase.refused.decimals", AMOUNT_SCALE);
        }
        if (digits(value) > AMOUNT_DIGITS) {
            throw new Refused(field, "purchase.refused.too-large");
        }
        return value.setScale(AMOUNT_SCALE, RoundingMode.UNNECESSARY);
    }

    static BigDecimal notNegative(String field, BigDecimal value) {
        if (value.signum() < 0) {
            throw new Refused(field, "purchase.refused.negative");
        }
        return amount(field, value);
    }

    static BigDecimal rate(BigDecimal value) {
        if (value.signum() <= 0 || decimals(value) > RATE_SCALE || digits(value) > RATE_DIGITS) {
            throw new Refused("rate", "purchase.refused.rate");
        }
        return value.setScale(RATE_SCALE, RoundingMode.UNNECESSARY);
    }

    /** The amount in the base currency, not rounded: sums would carry that on. */
    static BigDecimal inBase(BigDecimal amount, BigDecimal rate) {
        BigDecimal base = amount.multiply(rate).stripTrailingZeros();
        if (digits(base) > AMOUNT_DIGITS) {
            throw new Refused("amount", "purchase.refused.too-large");
        }
        return base.setScale(Math.max(base.scale(), AMOUNT_SCALE));
    }

    static LocalDate day(String field, LocalDate value) {
        if (value.isBefore(FIRST_DAY) || value.isAfter(LAST_DAY)) {
            throw new Refused(field, "purchase.refused.day");
        }
        return value;
    }

    // By precision and scale alone: 1e999999999 must not be written out.
    private static long decimals(BigDecimal value) {
        return value.signum() == 0 ? 0 : value.stripTrailingZeros().scale();
    }

    private static long digits(BigDecimal value) {
        return value.signum() == 0 ? 0 : (long) value.precision() - value.scale();
    }
}

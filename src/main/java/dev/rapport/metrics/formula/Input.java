package dev.rapport.metrics.formula;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Refuses what a formula has no meaning for, naming the field it came in. */
final class Input {

    private static final BigDecimal LARGEST = new BigDecimal("1E30");
    private static final BigDecimal MOST = new BigDecimal("1E15");
    private static final int FINEST = 40;
    private static final BigDecimal MINUS_ONE = BigDecimal.ONE.negate();

    private Input() {}

    /** Any number of a sane size: 1e999999999 is a valid number in JSON and would take the memory. */
    static BigDecimal number(String field, @Nullable BigDecimal value) {
        if (value == null) {
            throw new Refused(field, "metrics.refused.missing");
        }
        if (value.abs().compareTo(LARGEST) > 0 || value.scale() > FINEST) {
            throw new Refused(field, "metrics.refused.size");
        }
        return value;
    }

    static BigDecimal amount(String field, @Nullable BigDecimal value) {
        BigDecimal number = number(field, value);
        if (number.signum() < 0) {
            throw new Refused(field, "metrics.refused.negative");
        }
        return number;
    }

    static long count(String field, @Nullable BigDecimal value) {
        BigDecimal number = amount(field, value);
        if (!whole(number)) {
            throw new Refused(field, "metrics.refused.whole");
        }
        if (number.compareTo(MOST) > 0) {
            throw new Refused(field, "metrics.refused.size");
        }
        return number.longValueExact();
    }

    static long count(String field, long value) {
        return count(field, BigDecimal.valueOf(value));
    }

    static BigDecimal share(String field, @Nullable BigDecimal value) {
        BigDecimal number = amount(field, value);
        if (number.compareTo(BigDecimal.ONE) > 0) {
            throw new Refused(field, "metrics.refused.share");
        }
        return number;
    }

    /** A rate per period. At −1 money of the next period would be worth infinitely much. */
    static BigDecimal rate(String field, @Nullable BigDecimal value) {
        BigDecimal number = number(field, value);
        if (number.compareTo(MINUS_ONE) <= 0) {
            throw new Refused(field, "metrics.refused.rate");
        }
        return number;
    }

    static int score(String field, @Nullable BigDecimal value, int lowest, int highest) {
        BigDecimal number = number(field, value);
        if (!whole(number)
                || number.compareTo(BigDecimal.valueOf(lowest)) < 0
                || number.compareTo(BigDecimal.valueOf(highest)) > 0) {
            throw new Refused(field, "metrics.refused.score", lowest, highest);
        }
        return number.intValueExact();
    }

    private static boolean whole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }
}

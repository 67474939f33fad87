package dev.rapport.metrics.web;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads decimals as the numbers that the models reckon with, refusing what is out of their range. */
final class Numbers {

    private static final int FINEST = 40;

    private Numbers() {}

    static double between(String field, @Nullable BigDecimal value, double least, double most) {
        if (value == null) {
            throw new Refused(field, "metrics.refused.missing");
        }
        double number = value.doubleValue();
        if (number < least) {
            throw new Refused(field, least == 0 ? "metrics.refused.negative" : "metrics.refused.size");
        }
        if (number > most) {
            throw new Refused(field, "metrics.refused.size");
        }
        return number;
    }

    /** Any number of a sane size: 1e999999999 is a valid one in JSON and would take the memory. */
    static BigDecimal given(String field, @Nullable BigDecimal value) {
        between(field, value, -1e15, 1e15);
        if (value == null || value.scale() > FINEST || value.precision() > FINEST) {
            throw new Refused(field, "metrics.refused.size");
        }
        return value;
    }

    static int whole(String field, @Nullable BigDecimal value, int least, int most) {
        double number = between(field, value, least, most);
        if (number != Math.rint(number)) {
            throw new Refused(field, "metrics.refused.whole");
        }
        return (int) number;
    }

    static double positive(String field, @Nullable BigDecimal value) {
        double number = between(field, value, 0, 1e12);
        if (number < 1e-12) {
            throw new Refused(field, "metrics.refused.positive");
        }
        return number;
    }

    /** Above −1, at which money of the next period would be worth infinitely much. */
    static double rate(String field, BigDecimal value) {
        if (value.compareTo(BigDecimal.ONE.negate()) <= 0) {
            throw new Refused(field, "metrics.refused.rate");
        }
        return between(field, value, -1, 1e6);
    }
}

package dev.rapport.metrics.formula;

import java.math.BigDecimal;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How a figure moved against another of the same kind, and whether that is more than chance: the
 * standard error of a difference of independent figures is the root of the sum of their squares.
 *
 * @param p two-sided probability of a difference this large by chance; null where a figure has no
 *     standard error
 */
public record Change(
        BigDecimal difference,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal standardError,
        @Nullable BigDecimal p) {

    private static final BigDecimal LEVEL = new BigDecimal("0.05");
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Null where one of the two isn't known. */
    public static @Nullable Change between(Figure before, Figure now) {
        if (before.value() == null || now.value() == null) {
            return null;
        }
        BigDecimal difference = now.value().subtract(before.value());
        BigDecimal percent = before.value().signum() > 0 ? Exact.tidy(Exact.percent(difference, before.value())) : null;
        if (before.standardError() == null || now.standardError() == null) {
            return new Change(Exact.tidy(difference), percent, null, null);
        }
        double error = Math.hypot(
                before.standardError().doubleValue(), now.standardError().doubleValue());
        BigDecimal p = error == 0 ? null : BigDecimal.valueOf(chance(difference.doubleValue() / error));
        return new Change(Exact.tidy(difference), percent, BigDecimal.valueOf(error), p);
    }

    private static double chance(double z) {
        return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }

    /** Where the true difference lies; null where its error isn't known. */
    public @Nullable Interval interval() {
        return standardError == null ? null : Interval.around(difference, standardError.doubleValue());
    }

    /** Whether it is likely real, at 95 %. */
    public boolean significant() {
        return p != null && p.compareTo(LEVEL) < 0;
    }

    public int sign() {
        return difference.signum();
    }
}

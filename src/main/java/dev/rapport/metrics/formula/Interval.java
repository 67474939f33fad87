package dev.rapport.metrics.formula;

import java.math.BigDecimal;

/** Where the true value lies with the given confidence, in the unit of its figure. */
public record Interval(BigDecimal low, BigDecimal high, BigDecimal level) {

    /** The 97.5 % point of the normal distribution, for two-sided 95 %. */
    static final double Z = 1.959963984540054;

    private static final BigDecimal LEVEL = new BigDecimal("0.95");

    static Interval of(BigDecimal low, BigDecimal high) {
        return new Interval(Exact.tidy(low), Exact.tidy(high), LEVEL);
    }

    static Interval around(BigDecimal value, double standardError) {
        BigDecimal half = BigDecimal.valueOf(Z * standardError);
        return of(value.subtract(half), value.add(half));
    }

    /** Where the figure has ends that it can't lie beyond. */
    public static Interval within(BigDecimal value, double standardError, long least, long most) {
        Interval around = around(value, standardError);
        return of(around.low().max(BigDecimal.valueOf(least)), around.high().min(BigDecimal.valueOf(most)));
    }

    /** Around a positive figure whose logarithm has the standard error: both ends are the same factor away. */
    public static Interval factor(BigDecimal value, double logError) {
        BigDecimal factor = BigDecimal.valueOf(Math.exp(Z * logError));
        return of(Exact.divide(value, factor), value.multiply(factor));
    }

    /**
     * Wilson's score interval of a share, in percent (Wilson 1927): unlike the simple one it stays
     * within 0..100 and holds for few answers.
     */
    static Interval wilson(long successes, long trials) {
        double share = (double) successes / trials;
        double squared = Z * Z / trials;
        double centre = (share + squared / 2) / (1 + squared);
        double half = Z / (1 + squared) * Math.sqrt(share * (1 - share) / trials + squared / 4 / trials);
        // At the ends the bound is the share itself; in floating point it would miss it by a hair.
        double low = successes == 0 ? 0 : centre - half;
        double high = successes == trials ? 1 : centre + half;
        return of(BigDecimal.valueOf(100 * low), BigDecimal.valueOf(100 * high));
    }
}

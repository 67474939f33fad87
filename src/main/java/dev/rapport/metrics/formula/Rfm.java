package dev.rapport.metrics.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Recency, frequency and amount of many customers, scored against each other. Recency is days since
 * the last purchase, fewer is better; frequency counts purchases; the amount is the net revenue.
 */
public final class Rfm {

    /** Amounts are compared to four decimals. */
    public static final long ONE = 10_000;

    private static final long MOST = Long.MAX_VALUE / 4;

    private final Quintiles recency;
    private final Quintiles frequency;
    private final Quintiles amount;

    private Rfm(Quintiles recency, Quintiles frequency, Quintiles amount) {
        this.recency = recency;
        this.frequency = frequency;
        this.amount = amount;
    }

    /** At least one customer; amounts as {@link #units}. */
    public static Rfm of(long[] recency, long[] frequency, long[] amounts) {
        return new Rfm(Quintiles.of(recency, 1), Quintiles.of(frequency, 1), Quintiles.of(amounts, ONE));
    }

    /** Rounded as PostgreSQL rounds: halves away from zero. */
    public static long units(BigDecimal amount) {
        BigDecimal units = amount.movePointRight(4).setScale(0, RoundingMode.HALF_UP);
        return units.min(BigDecimal.valueOf(MOST))
                .max(BigDecimal.valueOf(-MOST))
                .longValueExact();
    }

    /** 343: recency, frequency, amount. */
    public int code(long days, long purchases, long units) {
        return 100 * (6 - recency.score(days)) + 10 * frequency.score(purchases) + amount.score(units);
    }

    public Quintiles recency() {
        return recency;
    }

    public Quintiles frequency() {
        return frequency;
    }

    public Quintiles amount() {
        return amount;
    }
}

package dev.rapport.metrics.formula;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/** How many an experiment needs in each group to see a difference of two shares, two-sided. */
public final class SampleSize {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private SampleSize() {}

    /** Not rounded up: 76.7 asks for 77. */
    public static double of(
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal power,
            @Nullable BigDecimal significance) {
        double p = Input.share("baseline", baseline).doubleValue();
        double q = Input.share("expected", expected).doubleValue();
        if (p == q) {
            throw new Refused("expected", "metrics.refused.same");
        }
        return perGroup(p, q, open("power", power), open("significance", significance));
    }

    /** (z_{α/2} √(2 p̄ q̄) + z_β √(p₁q₁ + p₂q₂))² / (p₁ − p₂)². */
    static double perGroup(double p, double q, double power, double significance) {
        double mean = (p + q) / 2;
        double both = NORMAL.inverseSurvivalProbability(significance / 2) * Math.sqrt(2 * mean * (1 - mean))
                + NORMAL.inverseCumulativeProbability(power) * Math.sqrt(p * (1 - p) + q * (1 - q));
        return both * both / ((p - q) * (p - q));
    }

    private static double open(String field, @Nullable BigDecimal value) {
        BigDecimal share = Input.share(field, value);
        if (share.signum() == 0 || share.compareTo(BigDecimal.ONE) == 0) {
            throw new Refused(field, "metrics.refused.between");
        }
        return share.doubleValue();
    }
}

package dev.rapport.metrics.formula;

import dev.rapport.platform.Refused;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Whether variants differ by more than chance: the pooled z test for two, Fisher's exact test where
 * fewer than five are expected somewhere, chi-square for more than two.
 *
 * @param statistic null for Fisher's test, and where nothing or everything succeeded
 * @param fewExpected whether fewer than five are expected in a cell
 */
public record AbTest(
        List<Variant> variants,
        String test,
        @Nullable Double statistic,
        @Nullable Integer degreesOfFreedom,
        @Nullable Double pValue,
        @Nullable Difference difference,
        @Nullable Double probabilityLastBeatsFirst,
        boolean fewExpected,
        Text verdict) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int EXPECTED = 5;
    private static final int MOST = 100;
    private static final double LEVEL = 0.05;
    private static final double POWER = 0.8;

    public static AbTest of(@Nullable List<Variant> variants) {
        if (variants == null || variants.size() < 2) {
            throw new Refused("variants", "metrics.refused.variants");
        }
        if (variants.size() > MOST) {
            throw new Refused("variants", "metrics.refused.variants.many", MOST);
        }
        boolean few = expected(variants) < EXPECTED;
        return variants.size() > 2 ? many(variants, few) : two(variants, few);
    }

    private static AbTest two(List<Variant> variants, boolean few) {
        Variant first = variants.get(0);
        Variant last = variants.get(1);
        if (first.trials() == 0 || last.trials() == 0) {
            Text verdict = Text.of("metrics.ab.few");
            return new AbTest(variants, "fisher", null, null, null, null, null, true, verdict);
        }
        Double z = few ? null : Double.valueOf(z(first, last));
        double p = z == null ? FisherExact.pValue(first, last) : 2 * NORMAL.survivalProbability(Math.abs(z));
        return new AbTest(
                variants,
                few ? "fisher" : "z",
                z,
                null,
                p,
                Difference.of(first, last),
                Posterior.of(last).beats(Posterior.of(first)),
                few,
                verdict(first, last, p));
    }

    private static AbTest many(List<Variant> variants, boolean few) {
        long trials = variants.stream().mapToLong(Variant::trials).sum();
        double share = trials == 0
                ? 0
                : (double) variants.stream().mapToLong(Variant::successes).sum() / trials;
        int degrees = variants.size() - 1;
        if (share == 0 || share == 1 || variants.stream().anyMatch(variant -> variant.trials() == 0)) {
            return new AbTest(variants, "chi-square", null, degrees, null, null, null, true, Text.of("metrics.ab.few"));
        }
        double statistic = 0;
        for (Variant variant : variants) {
            double off = variant.successes() - share * variant.trials();
            statistic += off * off / (variant.trials() * share * (1 - share));
        }
        double p = ChiSquaredDistribution.of(degrees).survivalProbability(statistic);
        Variant first = variants.get(0);
        Variant last = variants.get(degrees);
        Text verdict = Text.of(few ? "metrics.ab.few" : p < LEVEL ? "metrics.ab.differ" : "metrics.ab.chance.many");
        double beats = Posterior.of(last).beats(Posterior.of(first));
        return new AbTest(variants, "chi-square", statistic, degrees, p, null, beats, few, verdict);
    }

    private static double z(Variant first, Variant last) {
        double trials = first.trials() + last.trials();
        double successes = first.successes() + last.successes();
        double variance = successes / trials * ((trials - successes) / trials);
        double error = Math.sqrt(variance * (1.0 / first.trials() + 1.0 / last.trials()));
        return (last.share() - first.share()) / error;
    }

    /** The smallest count that chance alone would expect in a cell. */
    private static double expected(List<Variant> variants) {
        double trials = variants.stream().mapToLong(Variant::trials).sum();
        double successes = variants.stream().mapToLong(Variant::successes).sum();
        double least = Math.min(successes, trials - successes);
        return variants.stream()
                .mapToDouble(variant -> trials == 0 ? 0 : variant.trials() * least / trials)
                .min()
                .orElse(0);
    }

    private static Text verdict(Variant first, Variant last, double p) {
        if (Math.min(first.trials(), last.trials()) < Figure.FEW) {
            return Text.of("metrics.ab.few");
        }
        if (p < LEVEL) {
            return Text.of(last.share() > first.share() ? "metrics.ab.last" : "metrics.ab.first");
        }
        if (last.share() == first.share()) {
            return Text.of("metrics.ab.chance.many");
        }
        double needed = Math.ceil(SampleSize.perGroup(first.share(), last.share(), POWER, LEVEL));
        return Text.of("metrics.ab.chance", needed);
    }
}

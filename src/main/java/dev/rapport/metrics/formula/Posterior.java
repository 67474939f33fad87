package dev.rapport.metrics.formula;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.hipparchus.special.Beta;

/**
 * What is known of a share after an experiment that began with no opinion, Beta(1, 1): which of two
 * is better and what choosing one may cost.
 */
public record Posterior(double alpha, double beta) {

    /** From here on the terms are summed outwards from the largest: logarithms of so large beta functions lose digits. */
    private static final double MANY = 1000;

    /** Beyond so many the normal approximation differs in no digit that anyone reads. */
    private static final double MOST = 1e12;

    /** Standard deviations between the two at which nothing is left of the other side. */
    private static final double CLEAR = 38;

    private static final double NEGLIGIBLE = 1e-20;

    public static Posterior of(Variant variant) {
        return new Posterior(variant.alpha(), variant.beta());
    }

    public double mean() {
        return alpha / (alpha + beta);
    }

    /** A point below which the share lies with the given probability. */
    public double quantile(double probability) {
        return BetaDistribution.of(alpha, beta).inverseCumulativeProbability(probability);
    }

    /** P(this > other), by Evan Miller's sum with logarithms of beta functions, over whichever count is smallest. */
    public double beats(Posterior other) {
        double least = Math.min(Math.min(alpha, beta), Math.min(other.alpha, other.beta));
        double chance = least > MOST || least > MANY && Math.abs(distance(other)) > CLEAR
                ? NormalDistribution.of(0, 1).cumulativeProbability(distance(other))
                : least == alpha
                        ? sum(other, this)
                        : least == other.alpha
                                ? 1 - sum(this, other)
                                : least == beta
                                        ? 1 - sum(other.mirrored(), mirrored())
                                        : sum(mirrored(), other.mirrored());
        return Math.min(1, Math.max(0, chance));
    }

    /** By how much the share is expected to fall short if this one is chosen over the other. */
    public double expectedLoss(Posterior other) {
        double loss = other.mean() * new Posterior(other.alpha + 1, other.beta).beats(this)
                - mean() * other.beats(new Posterior(alpha + 1, beta));
        return Math.max(0, loss);
    }

    private Posterior mirrored() {
        return new Posterior(beta, alpha);
    }

    /** Σ B(αA + i, βA + βB) / ((βB + i) B(1 + i, βB) B(αA, βA)), i = 0..αB − 1: each term from the one before. */
    private static double sum(Posterior a, Posterior b) {
        if (b.alpha > MANY) {
            return fromTheMode(a, b);
        }
        double term = Beta.logBeta(a.alpha, a.beta + b.beta) - Beta.logBeta(a.alpha, a.beta);
        double sum = 0;
        for (int i = 0; i < b.alpha; i++) {
            sum += Math.exp(term);
            term += Math.log((a.alpha + i) * (b.beta + i) / ((a.alpha + a.beta + b.beta + i) * (i + 1)));
        }
        return sum;
    }

    /** The same without its factors: over all i the terms add up to 1, and those that count lie around the largest. */
    private static double fromTheMode(Posterior a, Posterior b) {
        double all = a.alpha + a.beta + b.beta;
        long mode = (long) ((a.alpha * b.beta - all) / (a.beta + 1));
        double[] parts = new double[2];
        double term = 1;
        for (long i = mode; term > NEGLIGIBLE; i++) {
            parts[i < b.alpha ? 0 : 1] += term;
            term *= (a.alpha + i) / (all + i) * ((b.beta + i) / (i + 1));
        }
        term = 1;
        for (long i = mode - 1; i >= 0 && term > NEGLIGIBLE; i--) {
            term *= (all + i) / (a.alpha + i) * ((i + 1) / (b.beta + i));
            parts[i < b.alpha ? 0 : 1] += term;
        }
        return parts[0] / (parts[0] + parts[1]);
    }

    private double distance(Posterior other) {
        return (mean() - other.mean()) / Math.sqrt(variance() + other.variance());
    }

    private double variance() {
        return mean() * (1 - mean()) / (alpha + beta + 1);
    }
}

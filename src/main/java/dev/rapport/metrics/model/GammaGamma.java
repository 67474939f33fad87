package dev.rapport.metrics.model;

import org.jspecify.annotations.Nullable;

/** The Gamma-Gamma model of spend (Fader and Hardie, note 025): what a purchase of a customer will bring on average. */
public record GammaGamma(double p, double q, double v) {

    public GammaGamma {
        if (!(p > 0 && q > 0 && v > 0) || Double.isInfinite(p + q + v)) {
            throw new IllegalArgumentException("Parameters are above 0");
        }
    }

    static GammaGamma of(double[] parameters) {
        return new GammaGamma(parameters[0], parameters[1], parameters[2]);
    }

    public static Optimum fit(Spending spending) {
        if (spending.customers() < 2 || !spending.varied()) {
            return new Optimum(new double[] {1, 1, 1}, Double.NaN, new double[3][3], false);
        }
        double mean = spending.mean();
        return Newton.maximum(
                new GammaGammaLikelihood(spending),
                new double[] {5, 4, mean * 3 / 5},
                new double[] {1, 3, mean * 2},
                new double[] {20, 10, mean * 9 / 20});
    }

    public double logLikelihood(Spending spending) {
        return new GammaGammaLikelihood(spending).at(new double[] {p, q, v}).value;
    }

    /**
     * p (v + x m) / (p x + q − 1); for x = 0 the mean over all customers. Null where spending is spread
     * so widely (q ≤ 1) that this mean has no end.
     */
    public @Nullable Double expectedValue(int x, double m) {
        double rest = p * x + q - 1;
        return rest > 0 ? Double.valueOf(p * (v + x * m) / rest) : null;
    }
}

package dev.rapport.metrics.model;

import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/** How many customers bought again how often, and how many the model would expect: whether to believe it. */
public final class Repeats {

    /** 0, 1, … 6, and 7 or more. */
    public static final int BINS = 8;

    private Repeats() {}

    public static long[] seen(Buyers buyers) {
        double[] seen = new double[BINS];
        for (int i = 0; i < buyers.size(); i++) {
            seen[Math.min(buyers.x[i], BINS - 1)] += buyers.weight[i];
        }
        long[] whole = new long[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            whole[bin] = Math.round(seen[bin]);
        }
        return whole;
    }

    public static double[] expected(BgNbd model, Buyers buyers) {
        double[] expected = new double[BINS];
        Map<Double, Double> ages = new TreeMap<>();
        for (int i = 0; i < buyers.size(); i++) {
            ages.merge(buyers.t[i], buyers.weight[i], Double::sum);
        }
        ages.forEach((age, weight) -> {
            double left = weight;
            for (int x = 0; x < BINS - 1; x++) {
                double share = weight * probability(model, x, age);
                expected[x] += share;
                left -= share;
            }
            expected[BINS - 1] += Math.max(0, left);
        });
        return expected;
    }

    /** P(X(t) = x), eq. 8 of Fader, Hardie and Lee 2005. */
    static double probability(BgNbd model, int x, double t) {
        double r = model.r();
        double a = model.a();
        double b = model.b();
        double logNone = r * Math.log(model.alpha() / (model.alpha() + t));
        double share = t / (model.alpha() + t);
        double some = Math.exp(Beta.logBeta(a, b + x) - Beta.logBeta(a, b)) * term(r, x, share, logNone);
        if (x == 0) {
            return some;
        }
        double fewer = 0;
        for (int j = 0; j < x; j++) {
            fewer += term(r, j, share, logNone);
        }
        return some + Math.exp(Beta.logBeta(a + 1, b + x - 1) - Beta.logBeta(a, b)) * Math.max(0, 1 - fewer);
    }

    private static double term(double r, int x, double share, double logNone) {
        double power = x == 0 ? 0 : x * Math.log(share);
        return Math.exp(Gamma.logGamma(r + x) - Gamma.logGamma(r) - Gamma.logGamma(x + 1) + logNone + power);
    }
}

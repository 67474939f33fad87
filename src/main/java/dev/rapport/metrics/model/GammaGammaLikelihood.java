package dev.rapport.metrics.model;

import static org.hipparchus.special.Gamma.digamma;
import static org.hipparchus.special.Gamma.logGamma;
import static org.hipparchus.special.Gamma.trigamma;

import java.util.HashMap;
import java.util.Map;

/** The log-likelihood of the Gamma-Gamma model in p, q, v, with analytic derivatives (Fader and Hardie, note 025). */
final class GammaGammaLikelihood implements LogLikelihood {

    private static final int CHUNK = 1 << 14;

    private final Spending spending;

    GammaGammaLikelihood(Spending spending) {
        this.spending = spending;
    }

    @Override
    public LogLikelihood thinned() {
        Spending some = spending.thinned();
        return some == spending ? this : new GammaGammaLikelihood(some);
    }

    @Override
    public Evaluation at(double[] parameters) {
        int n = spending.customers();
        Evaluation[] parts = new Evaluation[(n + CHUNK - 1) / CHUNK];
        Sums.over(parts.length, n, k -> parts[k] = of(k * CHUNK, Math.min(n, (k + 1) * CHUNK), parameters));
        Evaluation sum = new Evaluation(3);
        for (Evaluation part : parts) {
            sum.add(part);
        }
        return sum.mirrored();
    }

    /** What depends on x alone: lnΓ, ψ and ψ′ at px + q and px. */
    private record Shape(double value, double p, double q, double pp, double pq, double qq) {

        static Shape of(int x, double p, double q) {
            double k = p * x;
            return new Shape(
                    logGamma(k + q) - logGamma(k) - logGamma(q) + k * Math.log(x),
                    x * (digamma(k + q) - digamma(k)),
                    digamma(k + q) - digamma(q),
                    (double) x * x * (trigamma(k + q) - trigamma(k)),
                    x * trigamma(k + q),
                    trigamma(k + q) - trigamma(q));
        }
    }

    private Evaluation of(int from, int to, double[] parameters) {
        double p = parameters[0];
        double q = parameters[1];
        double v = parameters[2];
        double logV = Math.log(v);
        Map<Integer, Shape> shapes = new HashMap<>();
        Evaluation sum = new Evaluation(3);
        double[] g = sum.gradient;
        double[][] h = sum.hessian;
        for (int i = from; i < to; i++) {
            int x = spending.x(i);
            Shape shape = shapes.computeIfAbsent(x, repeats -> Shape.of(repeats, p, q));
            double m = spending.m(i);
            double all = x * m + v;
            double logM = Math.log(m);
            double logAll = Math.log(all);
            double kq = p * x + q;
            sum.value += shape.value() + q * logV + (p * x - 1) * logM - kq * logAll;
            g[0] += shape.p() + x * (logM + Math.log(x) - logAll);
            g[1] += shape.q() + logV - logAll;
            g[2] += q / v - kq / all;
            h[0][0] += shape.pp();
            h[1][0] += shape.pq();
            h[1][1] += shape.qq();
            h[2][0] -= x / all;
            h[2][1] += 1 / v - 1 / all;
            h[2][2] += kq / (all * all) - q / (v * v);
        }
        return sum;
    }
}

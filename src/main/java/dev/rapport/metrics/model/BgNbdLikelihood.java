package dev.rapport.metrics.model;

import static org.hipparchus.special.Gamma.digamma;
import static org.hipparchus.special.Gamma.logGamma;
import static org.hipparchus.special.Gamma.trigamma;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Beta;

/**
 * The log-likelihood of the BG/NBD model (Fader, Hardie and Lee 2005, eq. 6) with analytic
 * derivatives in r, alpha, a, b. What depends on x alone is computed once for each x; what remains
 * for each customer is two logarithms and one exponential.
 */
final class BgNbdLikelihood implements LogLikelihood {

    private static final int CHUNK = 1 << 14;
    private static final int SAMPLE = 20_000;

    private record Part(int from, int to) {}

    private final Buyers buyers;
    private final List<Part> parts = new ArrayList<>();

    BgNbdLikelihood(Buyers buyers) {
        this.buyers = buyers;
        int from = 0;
        for (int i = 1; i <= buyers.size(); i++) {
            if (i == buyers.size() || buyers.x[i] != buyers.x[from] || i - from == CHUNK) {
                parts.add(new Part(from, i));
                from = i;
            }
        }
    }

    @Override
    public LogLikelihood thinned() {
        return buyers.size() <= 2 * SAMPLE ? this : new BgNbdLikelihood(buyers.thinned(SAMPLE));
    }

    /** Parts may be computed side by side, but are added in their order: the sum never wavers. */
    @Override
    public Evaluation at(double[] parameters) {
        Evaluation[] found = new Evaluation[parts.size()];
        Sums.over(found.length, buyers.size(), k -> found[k] = of(parts.get(k), parameters));
        Evaluation sum = new Evaluation(4);
        for (Evaluation part : found) {
            sum.add(part);
        }
        return sum.mirrored();
    }

    private Evaluation of(Part part, double[] parameters) {
        double r = parameters[0];
        double alpha = parameters[1];
        double a = parameters[2];
        double b = parameters[3];
        int x = buyers.x[part.from()];
        double rx = r + x;
        double bx = b + x - 1;
        double odds = x == 0 ? 0 : Math.log(a / bx);
        Evaluation sum = new Evaluation(4);
        double[] g = sum.gradient;
        double[][] h = sum.hessian;
        double weight = 0;
        for (int i = part.from(); i < part.to(); i++) {
            double w = buyers.weight[i];
            weight += w;
            double atT = alpha + buyers.t[i];
            double logT = Math.log(atT);
            sum.value -= w * rx * logT;
            g[0] -= w * logT;
            g[1] -= w * rx / atT;
            h[1][0] -= w / atT;
            h[1][1] += w * rx / (atT * atT);
            if (x == 0) {
                continue;
            }
            double atLast = alpha + buyers.tx[i];
            double dr = logT - Math.log(atLast);
            double dAlpha0 = 1 / atT - 1 / atLast;
            double dAlpha = rx * dAlpha0;
            double delta = odds + rx * dr;
            double e = Math.exp(-Math.abs(delta));
            double dead = delta > 0 ? 1 / (1 + e) : e / (1 + e);
            double wDead = w * dead;
            double wBoth = wDead * (delta > 0 ? e / (1 + e) : 1 / (1 + e));
            sum.value += w * (Math.max(delta, 0) + Math.log1p(e));
            g[0] += wDead * dr;
            g[1] += wDead * dAlpha;
            g[2] += wDead / a;
            g[3] -= wDead / bx;
            h[0][0] += wBoth * dr * dr;
            h[1][0] += wBoth * dr * dAlpha + wDead * dAlpha0;
            h[1][1] += wBoth * dAlpha * dAlpha + wDead * rx * (1 / (atLast * atLast) - 1 / (atT * atT));
            h[2][0] += wBoth * dr / a;
            h[2][1] += wBoth * dAlpha / a;
            h[2][2] += (wBoth - wDead) / (a * a);
            h[3][0] -= wBoth * dr / bx;
            h[3][1] -= wBoth * dAlpha / bx;
            h[3][2] -= wBoth / (a * bx);
            h[3][3] += (wBoth + wDead) / (bx * bx);
        }
        addConstants(sum, weight, x, parameters);
        return sum;
    }

    private static void addConstants(Evaluation sum, double weight, int x, double[] parameters) {
        double r = parameters[0];
        double alpha = parameters[1];
        double a = parameters[2];
        double b = parameters[3];
        sum.value += weight
                * (logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + Beta.logBeta(a, b + x) - Beta.logBeta(a, b));
        sum.gradient[0] += weight * (digamma(r + x) - digamma(r) + Math.log(alpha));
        sum.gradient[1] += weight * r / alpha;
        double ab = digamma(a + b) - digamma(a + b + x);
        sum.gradient[2] += weight * ab;
        sum.gradient[3] += weight * (ab + digamma(b + x) - digamma(b));
        sum.hessian[0][0] += weight * (trigamma(r + x) - trigamma(r));
        sum.hessian[1][0] += weight / alpha;
        sum.hessian[1][1] -= weight * r / (alpha * alpha);
        double ab2 = trigamma(a + b) - trigamma(a + b + x);
        sum.hessian[2][2] += weight * ab2;
        sum.hessian[3][2] += weight * ab2;
        sum.hessian[3][3] += weight * (ab2 + trigamma(b + x) - trigamma(b));
    }
}

package dev.rapport.metrics.model;

/**
 * The BG/NBD model (Fader, Hardie and Lee 2005): customers buy at rates spread as Gamma(r, alpha) and
 * drop out after a purchase with chances spread as Beta(a, b). Times are in the unit it was fitted in.
 */
public record BgNbd(double r, double alpha, double a, double b) {

    public BgNbd {
        if (!(r > 0 && alpha > 0 && a > 0 && b > 0) || Double.isInfinite(r + alpha + a + b)) {
            throw new IllegalArgumentException("Parameters are above 0");
        }
    }

    static BgNbd of(double[] parameters) {
        return new BgNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    double[] parameters() {
        return new double[] {r, alpha, a, b};
    }

    /** Where the likelihood of the buyers is largest; not converged where nobody bought again. */
    public static Optimum fit(Buyers buyers) {
        if (buyers.repeaters() == 0 || buyers.customers() < 2 || buyers.total(buyers.t) <= 0) {
            return new Optimum(new double[] {1, 1, 1, 1}, Double.NaN, new double[4][4], false);
        }
        double pause = buyers.total(buyers.t) / buyers.purchases();
        return Newton.maximum(
                new BgNbdLikelihood(buyers),
                new double[] {0.3, 0.3 * pause, 0.7, 2.5},
                new double[] {1, pause, 1, 3},
                new double[] {3, 3 * pause, 0.2, 1});
    }

    public double logLikelihood(Buyers buyers) {
        return new BgNbdLikelihood(buyers).at(parameters()).value;
    }

    /** The chance that a customer will ever buy again; 1 for who bought once, as dropping out follows a repeat purchase. */
    public double alive(int x, double tx, double t) {
        if (x == 0) {
            return 1;
        }
        double dead = Math.log(a / (b + x - 1)) + (r + x) * Math.log1p((t - tx) / (alpha + tx));
        return 1 / (1 + Math.exp(dead));
    }

    /** How many purchases to expect of a customer within a time from now. */
    public double expected(int x, double tx, double t, double within) {
        return alive(x, tx, t) * expectedIfAlive(x, t, within);
    }

    /** How many repeat purchases to expect of a new customer within a time. */
    public double expectedOfNew(double within) {
        return expectedIfAlive(0, 0, within);
    }

    /** (a+b+x−1)/(a−1) · [1 − ((α+T)/(α+T+t))^(r+x) · ₂F₁(r+x, b+x; a+b+x−1; t/(α+T+t))], and its limit where a = 1. */
    public double expectedIfAlive(int x, double t, double within) {
        return within <= 0 ? 0 : new PurchasesAhead(r + x, a, b + x, within / (alpha + t)).expected();
    }
}

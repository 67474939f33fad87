package dev.rapport.metrics.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The fitted models and the same with each parameter a little up and a little down, so that any
 * figure computed with all of them gets its standard error by the delta method: how far the
 * uncertainty of the parameters moves it.
 */
public final class Variations {

    /** Both models with one set of parameters. */
    public record Models(BgNbd buying, GammaGamma value) {}

    private static final double STEP = 1e-3;
    private static final double USELESS = 10;

    private final List<Models> models = new ArrayList<>();
    private final Optimum purchases;
    private final Optimum spending;

    public Variations(Optimum purchases, Optimum spending) {
        this.purchases = purchases;
        this.spending = spending;
        models.add(new Models(BgNbd.of(purchases.parameters()), GammaGamma.of(spending.parameters())));
        for (int i = 0; i < 7; i++) {
            models.add(moved(i, STEP));
            models.add(moved(i, -STEP));
        }
    }

    private Models moved(int i, double step) {
        double[] buying = purchases.parameters().clone();
        double[] value = spending.parameters().clone();
        if (i < buying.length) {
            buying[i] *= Math.exp(step);
        } else {
            value[i - buying.length] *= Math.exp(step);
        }
        return new Models(BgNbd.of(buying), GammaGamma.of(value));
    }

    /** The fitted ones first. */
    public List<Models> models() {
        return List.copyOf(models);
    }

    /**
     * The standard error of a positive figure's logarithm, given the figure by each of the models in
     * turn: value × e^(±1.96 × this) is its plausible range. NaN where that says nothing any more.
     */
    public double logError(double[] figures) {
        double[] slopes = new double[7];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = (Math.log(figures[1 + 2 * i]) - Math.log(figures[2 + 2 * i])) / (2 * STEP);
        }
        double variance = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                variance += slopes[i] * slopes[j] * purchases.covariance()[i][j];
            }
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                variance += slopes[4 + i] * slopes[4 + j] * spending.covariance()[i][j];
            }
        }
        return variance < USELESS * USELESS ? Math.sqrt(Math.max(0, variance)) : Double.NaN;
    }
}

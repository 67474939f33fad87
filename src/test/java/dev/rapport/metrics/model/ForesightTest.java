package dev.rapport.metrics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.rapport.metrics.model.Foresight.Expected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quicker than, and equal to, the models asked one by one. */
class ForesightTest {

    private static final int MONTHS = 36;
    private static final double RATE = 0.00797;

    @ParameterizedTest
    @CsvSource({
        "0.243, 4.414, 0.793, 2.426, 0, 0, 38.86, 0",
        "0.243, 4.414, 0.793, 2.426, 2, 30.43, 38.86, 22.35",
        "0.243, 4.414, 0.793, 2.426, 0, 0, 0, 0",
        "1.2, 20, 1, 3, 150, 300, 301, 7",
        "0.05, 1, 0.1, 0.5, 1, 0.14, 500, 1000",
        "3, 10, 1, 1, 12, 60, 90, 30"
    })
    void saysWhatTheModelsSay(double r, double alpha, double a, double b, int x, double tx, double t, double m) {
        Variations variations = fitted(r, alpha, a, b, 3.74);
        Expected found = new Foresight(variations, MONTHS, RATE, 10).of(x, tx, t, m);

        double[] exact = variations.models().stream()
                .mapToDouble(models -> models.value().expectedValue(x, m)
                        * new PurchaseModel(models.buying(), MONTHS, RATE, 1).discountedPurchases(x, tx, t))
                .toArray();
        BgNbd buying = variations.models().get(0).buying();
        assertThat(found.alive()).isEqualTo(buying.alive(x, tx, t));
        assertThat(found.purchases())
                .isCloseTo(buying.expected(x, tx, t, MONTHS * PurchaseModel.WEEKS_OF_MONTH), offset(1e-12));
        assertThat(found.value()).isCloseTo(exact[0], withinPercentage(1e-10));
        assertThat(found.logError()).isCloseTo(variations.logError(exact), withinPercentage(0.05));
    }

    @Test
    void saysTheSameTheSecondTime() {
        Foresight foresight = new Foresight(fitted(0.243, 4.414, 0.793, 2.426, 3.74), MONTHS, RATE, 10);
        assertThat(foresight.of(2, 30.43, 38.86, 22.35)).isEqualTo(foresight.of(2, 30.43, 38.86, 22.35));
    }

    @Test
    void hasNoValueWhereSpendingHasNoMean() {
        Expected found = new Foresight(fitted(0.243, 4.414, 0.793, 2.426, 0.9), MONTHS, RATE, 10).of(0, 0, 10, 0);
        assertThat(found.value()).isNull();
        assertThat(found.spend()).isNull();
        assertThat(found.logError()).isNaN();
        assertThat(found.purchases()).isPositive();
    }

    private static Variations fitted(double r, double alpha, double a, double b, double q) {
        return new Variations(
                optimum(new double[] {r, alpha, a, b}, 0.003, 0.007, 0.05, 0.08),
                optimum(new double[] {6.25, q, 15.44}, 0.04, 0.005, 0.07));
    }

    private static Optimum optimum(double[] parameters, double... variances) {
        double[][] covariance = new double[variances.length][variances.length];
        for (int i = 0; i < variances.length; i++) {
            covariance[i][i] = variances[i];
        }
        return new Optimum(parameters, -1, covariance, true);
    }
}

package dev.rapport.metrics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold whatever the data: limits, scales, known parameters found again, and no fit where there is none. */
class ModelPropertiesTest {

    @Test
    void findsTheParametersThatBuyersWereGeneratedWith() {
        BgNbd model = new BgNbd(0.6, 8, 0.8, 2.5);
        GammaGamma value = new GammaGamma(6, 4, 15);
        Simulated made = Simulated.of(20_000, model, value, 7);
        PurchaseFit fit = PurchaseFit.of(made.buyers(), made.spending());

        assertThat(fit.converged()).isTrue();
        double[] truth = {0.6, 8, 0.8, 2.5};
        for (int i = 0; i < truth.length; i++) {
            assertThat(fit.purchases().parameters()[i])
                    .isCloseTo(truth[i], within(3.5 * fit.purchases().standardError(i)));
        }
        double[] spent = {6, 4, 15};
        for (int i = 0; i < spent.length; i++) {
            assertThat(fit.spending().parameters()[i])
                    .isCloseTo(spent[i], within(3.5 * fit.spending().standardError(i)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1 / 365.25, 7, 1e6})
    void mindsNoUnitOfTime(double scale) {
        Buyers weeks = Simulated.of(3000, new BgNbd(0.6, 8, 0.8, 2.5), new GammaGamma(6, 4, 15), 3)
                .buyers();
        Buyers.Collector scaled = new Buyers.Collector();
        IntStream.range(0, weeks.size())
                .forEach(i -> scaled.add(weeks.x[i], weeks.tx[i] * scale, weeks.t[i] * scale, weeks.weight[i]));
        double[] one = BgNbd.fit(weeks).parameters();
        double[] other = BgNbd.fit(scaled.buyers()).parameters();
        for (int i = 0; i < one.length; i++) {
            assertThat(other[i]).isCloseTo(i == 1 ? one[i] * scale : one[i], within(1e-7 * other[i]));
        }
    }

    @Test
    void isAtTheTopWhereTheDerivativesVanish() {
        Buyers buyers = Simulated.of(3000, new BgNbd(0.6, 8, 0.8, 2.5), new GammaGamma(6, 4, 15), 5)
                .buyers();
        double[] found = BgNbd.fit(buyers).parameters();
        for (double slope : new BgNbdLikelihood(buyers).at(found).gradient) {
            assertThat(slope).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void hasTheDerivativesOfItsLikelihood() {
        Simulated made = Simulated.of(500, new BgNbd(0.6, 8, 0.8, 2.5), new GammaGamma(6, 4, 15), 11);
        derivatives(new BgNbdLikelihood(made.buyers()), 0.5, 6, 1.2, 2);
        derivatives(new GammaGammaLikelihood(made.spending()), 4, 3, 20);
    }

    private static void derivatives(LogLikelihood likelihood, double... at) {
        Evaluation here = likelihood.at(at);
        for (int i = 0; i < at.length; i++) {
            double step = 1e-5 * at[i];
            double[] more = at.clone();
            more[i] += step;
            double[] less = at.clone();
            less[i] -= step;
            Evaluation up = likelihood.at(more);
            Evaluation down = likelihood.at(less);
            assertThat((up.value - down.value) / (2 * step))
                    .isCloseTo(here.gradient[i], within(1e-4 * (1 + Math.abs(here.gradient[i]))));
            for (int j = 0; j < at.length; j++) {
                assertThat((up.gradient[j] - down.gradient[j]) / (2 * step))
                        .isCloseTo(here.hessian[i][j], within(1e-4 * (1 + Math.abs(here.hessian[i][j]))));
            }
        }
    }

    @Test
    void takesTheLimitWhereAIsOne() {
        double[] around = {0.999_999, 1 - 1e-12, 1, 1 + 1e-12, 1.000_001};
        double[] expected = new double[around.length];
        for (int i = 0; i < around.length; i++) {
            expected[i] = new BgNbd(0.243, 4.414, around[i], 2.426).expected(2, 30.43, 38.86, 39);
        }
        assertThat(expected[2]).isCloseTo((expected[0] + expected[4]) / 2, within(1e-10));
        assertThat(expected[1]).isCloseTo(expected[2], within(1e-11));
        assertThat(expected[3]).isCloseTo(expected[2], within(1e-11));
        double pole = new BgNbd(0.243, 4.414, 0.4, 0.6).expectedOfNew(39);
        assertThat(pole).isCloseTo(new BgNbd(0.243, 4.414, 0.4, 0.6 + 1e-9).expectedOfNew(39), within(1e-7));
    }

    @Test
    void staysFiniteForAnyoneAndGrowsWithTime() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            BgNbd model = new BgNbd(scale(random), scale(random), scale(random), scale(random));
            int x = random.nextInt(4) == 0 ? 0 : random.nextInt(2000);
            double t = random.nextDouble() * 500;
            double tx = x == 0 ? 0 : t * random.nextDouble();
            double alive = model.alive(x, tx, t);
            double soon = model.expected(x, tx, t, 1);
            double later = model.expected(x, tx, t, 100);
            assertThat(alive).isBetween(0.0, 1.0);
            assertThat(soon).isFinite().isGreaterThanOrEqualTo(0);
            assertThat(later).isFinite().isGreaterThanOrEqualTo(soon - 1e-9 * soon);
        }
    }

    /** Between a hundredth and a hundred. */
    private static double scale(Random random) {
        return Math.pow(10, 4 * random.nextDouble() - 2);
    }

    @Test
    void fitsHeavyBuyersToo() {
        Simulated made = Simulated.of(400, new BgNbd(2, 0.05, 0.01, 2.5), new GammaGamma(6, 4, 15), 2);
        assertThat(made.buyers().x[made.buyers().size() - 1]).isGreaterThan(1000);
        assertThat(BgNbd.fit(made.buyers()).logLikelihood()).isFinite();
    }

    @Test
    void saysWhereThereIsNothingToFit() {
        assertThat(BgNbd.fit(new Buyers.Collector().buyers()).converged()).isFalse();
        Buyers.Collector once = new Buyers.Collector();
        IntStream.range(0, 100).forEach(i -> once.add(0, 0, i));
        assertThat(BgNbd.fit(once.buyers()).converged()).isFalse();
        Buyers.Collector one = new Buyers.Collector();
        one.add(5, 20, 30);
        assertThat(BgNbd.fit(one.buyers()).converged()).isFalse();
        Buyers.Collector alike = new Buyers.Collector();
        alike.add(3, 20, 20, 100);
        assertThat(BgNbd.fit(alike.buyers()).converged()).isFalse();
        Spending same = new Spending();
        IntStream.range(0, 50).forEach(i -> same.add(2, 20));
        assertThat(GammaGamma.fit(same).converged()).isFalse();
        assertThat(ShiftedBetaGeometric.fit(List.of(100L, 100L, 100L))).isNull();
        assertThat(ShiftedBetaGeometric.fit(List.of(100L, 0L, 0L))).isNull();
    }

    @Test
    void fallsWithTheDiscountAndGrowsWithTheHorizon() {
        BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        double year = new PurchaseModel(model, 12, 0.01, 1).discountedPurchases(3, 20, 38);
        assertThat(new PurchaseModel(model, 12, 0.02, 1).discountedPurchases(3, 20, 38))
                .isLessThan(year);
        assertThat(new PurchaseModel(model, 24, 0.01, 1).discountedPurchases(3, 20, 38))
                .isGreaterThan(year);
    }

    @Test
    void valuesNobodyWhereSpendingHasNoMean() {
        assertThat(new GammaGamma(2, 0.9, 5).expectedValue(0, 0)).isNull();
        assertThat(new GammaGamma(2, 0.9, 5).expectedValue(1, 10)).isPositive();
    }
}

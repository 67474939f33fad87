package dev.rapport.metrics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected purchases where the power series has no digits left, or never ends. */
class PurchasesAheadTest {

    /** The published formula with mpmath 1.3 at 110 digits (r, alpha, a, b; x, tx, T; t); at a = 1 by its limit. */
    @ParameterizedTest
    @CsvSource({
        "516.637, 1.06484, 17.6207, 0.115243, 5, 0.035, 0.180935, 8.52185, 1.8158118317053316e-29",
        "724.819, 0.0103754, 0.0591227, 13.2352, 0, 0, 16.6508, 11.5329, 425.96665826034684",
        "269.963, 237.709, 4.19119, 0.00982328, 20, 0.258, 0.85664, 228.765, 4.9894183403976074",
        "0.05, 100, 0.1, 20, 0, 0, 0, 1e-06, 4.999999999869403e-10",
        "5, 0.5, 5, 3, 500, 90, 100, 1e-06, 5.2063136707800663e-27",
        "0.243, 4.414, 1, 2.426, 5000, 38.8, 38.86, 2607, 17066.129912228933",
        "0.5, 2, 1, 1, 0, 0, 0, 100000.0, 9.4424281653864203",
        "0.243, 4.414, 0.4, 0.6, 2, 30.43, 38.86, 39, 1.2383907675605806",
        "0.3, 0.001, 1, 0.2, 3, 10, 10, 10000.0, 15.278109127148727",
        "300, 0.01, 400, 500, 0, 0, 1, 5, 2.2531328320802005",
        "500, 0.01, 0.06, 0.001, 0, 0, 16, 11, 5.0764147729949428",
    })
    void areRightToTwelveDigits(
            double r, double alpha, double a, double b, int x, double tx, double t, double within, double expected) {
        assertThat(new BgNbd(r, alpha, a, b).expected(x, tx, t, within))
                .isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    }

    /** Who never drops out (a → 0) buys at the mean rate; who always does (b → 0) at most once. */
    @Test
    void haveTheLimitsOfTheModel() {
        assertThat(new BgNbd(2, 5, 1e-9, 3).expectedIfAlive(4, 10, 30)).isCloseTo(6 * 30 / 15.0, within(1e-6));
        double once = 1 - Math.pow(5 / 35.0, 2);
        assertThat(new BgNbd(2, 5, 3, 1e-9).expectedOfNew(30)).isCloseTo(once, within(1e-7));
    }

    @Test
    void areFiniteForWhoBuysAllTheTime() {
        assertThat(new BgNbd(2e9, 4.414, 0.793, 2.426).expectedIfAlive(2, 38.86, 39))
                .isFinite()
                .isPositive();
    }

    /** Above the least of what was bought once at least, below what would be bought if nobody ever left. */
    @Test
    void lieBetweenOneAndNoDropOutWhateverTheParameters() {
        Random random = new Random(4);
        for (int i = 0; i < 5000; i++) {
            BgNbd model = new BgNbd(scale(random), scale(random), scale(random), scale(random));
            int x = random.nextInt(3) == 0 ? 0 : random.nextInt(5000);
            double t = scale(random);
            double within = scale(random);
            double rate = (model.r() + x) * within / (model.alpha() + t);
            double any = -Math.expm1(-(model.r() + x) * Math.log1p(within / (model.alpha() + t)));

            assertThat(model.expectedIfAlive(x, t, within))
                    .isBetween(any * (1 - 1e-12), rate * (1 + 1e-12))
                    .isLessThanOrEqualTo(model.expectedIfAlive(x, t, 1.01 * within) * (1 + 1e-12));
        }
    }

    /** Between a thousandth and a thousand. */
    private static double scale(Random random) {
        return Math.pow(10, 6 * random.nextDouble() - 3);
    }
}

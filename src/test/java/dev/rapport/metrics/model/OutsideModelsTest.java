package dev.rapport.metrics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the models say beside their fits, by scipy 1.17, by simulation or by hand. */
class OutsideModelsTest {

    private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426);

    /** Mixed over scipy's negative binomial; 400,000 simulated buyers agree to three digits. */
    @Test
    void expectsSoManyToRepeatSoOften() {
        Buyers.Collector hundred = new Buyers.Collector();
        hundred.add(0, 0, 39, 60);
        hundred.add(2, 8, 39, 40);
        double[] shares = {
            0.57378635, 0.19939528, 0.08542976, 0.04586035, 0.02767145, 0.01796549, 0.01226898, 0.03762233
        };
        double[] expected = Repeats.expected(CDNOW, hundred.buyers());
        for (int x = 0; x < shares.length; x++) {
            assertThat(expected[x]).isCloseTo(100 * shares[x], within(1e-6));
        }
    }

    @Test
    void countsHowOftenPeopleCameBack() {
        Buyers.Collector some = new Buyers.Collector();
        some.add(0, 0, 39, 3);
        some.add(0, 0, 20);
        some.add(6, 8, 39);
        some.add(7, 8, 39);
        some.add(30, 38, 39);
        assertThat(Repeats.seen(some.buyers())).containsExactly(4, 0, 0, 0, 0, 0, 1, 2);
    }

    @Test
    void countsAllWhoAreAlike() {
        Buyers.Collector alike = new Buyers.Collector();
        alike.add(2, 8, 39, 5);
        alike.add(2, 8, 39, 7);
        assertThat(alike.buyers().size()).isEqualTo(1);
        assertThat(alike.buyers().customers()).isEqualTo(12);
    }

    /** Two periods and two parameters: r(1) = 0.631 and r(2) = 468/631 are met exactly. */
    @Test
    void projectsFromTwoPeriods() {
        ShiftedBetaGeometric found = ShiftedBetaGeometric.fit(List.of(1000L, 631L, 468L));
        assertThat(found).isNotNull();
        assertThat(found.alpha()).isCloseTo(0.8612236715875083, within(1e-6));
        assertThat(found.beta()).isCloseTo(1.4727158178095332, within(1e-6));
        assertThat(ShiftedBetaGeometric.fit(List.of(1000L, 631L))).isNull();
    }

    @Test
    void whoDidNotComeBackSaysNothingOfSpending() {
        Spending spending = new Spending();
        spending.add(0, 5);
        spending.add(2, 0);
        assertThat(spending.customers()).isZero();
    }

    /** Everybody spends the same, so there is a fit of when they buy and none of what they spend. */
    @Test
    void oneOfTwoFitsIsNotBoth() {
        Buyers buyers =
                Simulated.of(1000, CDNOW, new GammaGamma(6.25, 3.74, 15.44), 7).buyers();
        Spending alike = new Spending();
        for (int i = 0; i < 100; i++) {
            alike.add(1 + i % 5, 10);
        }
        PurchaseFit fit = PurchaseFit.of(buyers, alike);
        assertThat(fit.buying()).isNotNull();
        assertThat(fit.value()).isNull();
        assertThat(fit.converged()).isFalse();
    }
}

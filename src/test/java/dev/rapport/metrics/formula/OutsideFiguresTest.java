package dev.rapport.metrics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures worked out elsewhere (numpy 2.4, scipy 1.17, by hand), each of which one changed sign or edge would miss. */
class OutsideFiguresTest {

    /** Newcombe 1998, method 10: 56/70 against 48/80. */
    @Test
    void theIntervalOfADifferenceIsNewcombes() {
        Difference.Range range = test(48, 80, 56, 70).difference().newcombe();
        assertThat(range.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(range.high()).isCloseTo(0.3339, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 20, 5, 20, z", // five are expected in each: enough
        "4, 20, 5, 20, fisher",
        "15, 20, 15, 20, z",
        "16, 20, 15, 20, fisher",
        "2, 100, 8, 100, z",
        "2, 100, 8, 101, fisher", // 4.975 of the first
        "2, 100, 7, 100, fisher",
    })
    void belowFiveExpectedTheTestIsFishers(long first, long of, long last, long ofLast, String name) {
        assertThat(test(first, of, last, ofLast).test()).isEqualTo(name);
    }

    /** Tables as likely as the one seen count, though they differ by rounding: scipy.stats.fisher_exact. */
    @ParameterizedTest
    @CsvSource({
        "3, 5, 0, 5, 0.16666666666666666",
        "4, 6, 1, 6, 0.24242424242424238",
        "3, 10, 7, 10, 0.1788954079975752",
        "10, 12, 2, 12, 0.003328949957029106",
        "1, 9, 8, 9, 0.0033730974907445503",
        "2, 30, 7, 20, 0.020745074994401175",
    })
    void countsTablesThatAreAsLikely(long first, long of, long last, long ofLast, double p) {
        assertThat(FisherExact.pValue(variant(first, of), variant(last, ofLast)))
                .isCloseTo(p, within(1e-9));
    }

    @Test
    void namesTheBetterVariantOnceThirtyTriedEach() {
        assertThat(test(8, 30, 22, 30).verdict().key()).isEqualTo("metrics.ab.last");
        assertThat(test(22, 30, 8, 30).verdict().key()).isEqualTo("metrics.ab.first");
        assertThat(test(8, 29, 22, 30).verdict().key()).isEqualTo("metrics.ab.few");
    }

    @Test
    void effortIsTheMeanWithTheErrorOfASample() {
        Figure effort = Ces.ofScores(
                Stream.of(7, 6, 5, 7, 4, 2, 6).map(BigDecimal::valueOf).toList());
        near(effort.value(), 5.285714285714286);
        near(effort.standardError(), 0.6801360408136047);
        near((BigDecimal) effort.inputs().get("easyPercent"), 71.42857142857143);
    }

    @Test
    void aShareHasItsBinomialError() {
        near(Csat.of(83, 100).standardError(), 3.756327994198589);
    }

    @ParameterizedTest
    @CsvSource({
        "30, 40, 30, -33.333333333333336, 8.783323767574304, 0.00014760148039287785",
        "70, 40, 10, 16.666666666666664, 7.202013512085206, 0.02065852787095262"
    })
    void aChangeIsTestedOnBothSides(
            long promoters, long passives, long detractors, double difference, double error, double p) {
        Change change = Change.between(Nps.of(162, 108, 54), Nps.of(promoters, passives, detractors));
        near(change.difference(), difference);
        near(change.standardError(), error);
        near(change.p(), p);
    }

    /** Answers 5 4 3 5 2 where 4 4 2 3 3 were expected: the ratio estimator's error in numpy. */
    @Test
    void theGapHasTheErrorOfARatioOfSums() {
        Figure gap = SatisfactionGap.of(5, 19, 16, 79, 63, 54);
        near(gap.value(), 0.08571428571428572);
        near(gap.standardError(), 0.06863942207209113);
    }

    @Test
    void valuesSoFarAreMarginsAndNotRevenue() {
        Figure soFar = HistoricClv.of(new BigDecimal(60), new BigDecimal(100), 4);
        near(soFar.value(), 60);
        near((BigDecimal) soFar.inputs().get("perCustomer"), 15);
    }

    @Test
    void theSimpleValueTakesTheCostOfWinningOff() {
        near(
                SimpleClv.of(new BigDecimal(100), new BigDecimal(4), new BigDecimal("0.5"), new BigDecimal(50))
                        .value(),
                150);
    }

    @Test
    void theLastSurvivorStaysOrGoes() {
        assertThat(Survival.of(List.of(10L, 1L, 1L, 0L)).retention())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("0.1"), BigDecimal.ONE, BigDecimal.ZERO);
    }

    /** 100/1.1 + 80/1.21 + 64/1.331. */
    @Test
    void aConstantMarginIsDiscountedForEachOfItsYears() {
        BigDecimal tenth = new BigDecimal("0.1");
        near(
                DiscountedClv.constant(new BigDecimal(100), new BigDecimal("0.8"), tenth, 3)
                        .value(),
                205.10894064613075);
    }

    @Test
    void aRangeByAFactorIsAsFarBelowAsAbove() {
        Interval range = Interval.factor(new BigDecimal(100), 0.1);
        near(range.low(), 82.20151951983891);
        near(range.high(), 121.6522523964603);
    }

    private static AbTest test(long first, long of, long last, long ofLast) {
        return AbTest.of(List.of(variant(first, of), variant(last, ofLast)));
    }

    private static Variant variant(long successes, long trials) {
        return Variant.of("variant", "", BigDecimal.valueOf(trials), BigDecimal.valueOf(successes));
    }

    private static void near(BigDecimal actual, double expected) {
        assertThat(actual.doubleValue()).isCloseTo(expected, within(1e-9));
    }
}

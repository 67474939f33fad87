package dev.rapport.metrics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the calculators refuse, and what they can't know. */
class CalculatorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"7.5", "11", "-1", "1e999999999", "1e-999999999"})
    void refusesScoresThatNobodyCanGive(String score) {
        refusedAt("scores[1]", () -> Nps.ofScores(List.of(BigDecimal.TEN, new BigDecimal(score))));
    }

    @Test
    void takesAWholeScoreHoweverItIsWritten() {
        assertThat(Nps.ofScores(List.of(new BigDecimal("1E+1"), new BigDecimal("9.0")))
                        .value())
                .isEqualTo("100");
    }

    @Test
    void knowsNoScoreWithoutAnswers() {
        for (Figure figure : List.of(Nps.of(0, 0, 0), Csat.of(0, 0), Ces.ofScores(List.of()), RepeatRate.of(0, 0))) {
            assertThat(figure.value()).isNull();
            assertThat(figure.interval()).isNull();
            assertThat(figure.reason()).isNotNull();
            assertThat(figure.n()).isZero();
        }
    }

    @Test
    void saysWhenThereAreTooFewToTell() {
        assertThat(Nps.of(20, 5, 4).tooFewToTell()).isTrue();
        assertThat(Nps.of(20, 5, 5).tooFewToTell()).isFalse();
        assertThat(HistoricClv.of(BigDecimal.TEN, BigDecimal.TEN, 2).tooFewToTell())
                .isFalse();
    }

    @Test
    void refusesNegativeAndMissingCounts() {
        refusedAt("detractors", () -> Nps.of(1, 1, -1));
        refusedAt("promoters", () -> Nps.ofCounts(null, BigDecimal.ONE, BigDecimal.ONE));
        refusedAt("passives", () -> Nps.ofCounts(BigDecimal.ONE, new BigDecimal("1.5"), BigDecimal.ONE));
        refusedAt("scores", () -> Nps.ofScores(null));
        refusedAt("scores[0]", () -> Nps.ofScores(Collections.singletonList(null)));
        refusedAt("satisfied", () -> Csat.of(3, 2));
        refusedAt("start", () -> Retention.of(-1, 0, 0));
    }

    @Test
    void retentionStaysBetweenNoneAndAll() {
        refusedAt("new", () -> Retention.of(200, 30, 40));
        refusedAt("new", () -> Retention.of(200, 260, 40));
        assertThat(Retention.of(0, 5, 5).retention().value()).isNull();
        assertThat(Retention.of(0, 5, 5).churn().reason()).isNotNull();
        assertThat(Retention.of(10, 10, 0).churn().value()).isEqualTo("0");
    }

    @Test
    void revenueRetentionNeedsAStart() {
        BigDecimal none = BigDecimal.ZERO;
        assertThat(RevenueRetention.of(none, BigDecimal.TEN, none, none).nrr().value())
                .isNull();
        refusedAt("churn", () -> RevenueRetention.of(BigDecimal.ONE, none, BigDecimal.ONE, BigDecimal.ONE));
        refusedAt("expansion", () -> RevenueRetention.of(BigDecimal.ONE, BigDecimal.valueOf(-1), none, none));
    }

    @Test
    void discountsFromTheFirstPeriodOnUnlessItStartsNow() {
        List<BigDecimal> flows = Collections.nCopies(5, BigDecimal.valueOf(1000));
        BigDecimal rate = new BigDecimal("0.1");
        assertThat(DiscountedClv.of(flows, rate, Timing.END).value().doubleValue())
                .isCloseTo(3790.7868, within(5e-5));
        assertThat(DiscountedClv.of(flows, rate, Timing.START).value().doubleValue())
                .isCloseTo(4169.8654, within(5e-5));
        assertThat(DiscountedClv.of(List.of(), rate, null).value()).isNull();
    }

    @Test
    void refusesRatesWithoutMeaning() {
        refusedAt("rate", () -> DiscountedClv.of(List.of(BigDecimal.ONE), BigDecimal.valueOf(-1), null));
        refusedAt("rate", () -> DiscountedClv.of(List.of(BigDecimal.ONE), null, null));
        refusedAt("cashFlows", () -> DiscountedClv.of(null, BigDecimal.ONE, null));
        refusedAt("discount", () -> PerpetualClv.of(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.valueOf(-1)));
        refusedAt("retention", () -> PerpetualClv.of(BigDecimal.TEN, BigDecimal.valueOf(80), BigDecimal.ONE));
        refusedAt("margin", () -> PerpetualClv.of(new BigDecimal("1e999999999"), BigDecimal.ONE, BigDecimal.ONE));
    }

    @Test
    void aValueWithoutEndHasAReason() {
        for (BigDecimal discount : List.of(BigDecimal.ZERO, new BigDecimal("-0.5"))) {
            PerpetualClv clv = PerpetualClv.of(BigDecimal.TEN, BigDecimal.ONE, discount);
            assertThat(List.of(clv.firstPaymentNow(), clv.firstPaymentNext(), clv.atPeriodEnd(), clv.marginMultiple()))
                    .allSatisfy(figure -> assertThat(figure.reason()).isNotNull());
        }
        assertThat(SimpleClv.byChurn(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ZERO)
                        .value())
                .isNull();
    }

    @Test
    void twelveMonthsOfTheMonthlyRateMakeAYear() {
        double month = DiscountRate.perMonth(new BigDecimal("0.1")).doubleValue();
        assertThat(month).isCloseTo(0.00797414, within(1e-8));
        assertThat(Math.pow(1 + month, 12)).isCloseTo(1.1, within(1e-12));
    }

    @Test
    void theChangeBetweenTwoPeriodsIsTestedByBothErrors() {
        Change change = Change.between(Nps.of(100, 108, 116), Nps.of(162, 108, 54));
        assertThat(change.difference().doubleValue()).isCloseTo(33.3333 + 4.9383, within(1e-3));
        assertThat(change.standardError().doubleValue())
                .isCloseTo(Math.hypot(Nps.of(100, 108, 116).standardError().doubleValue(), 4.140866625), within(1e-6));
        assertThat(change.significant()).isTrue();
        assertThat(Change.between(Nps.of(5, 3, 2), Nps.of(6, 3, 1)).significant())
                .isFalse();
        assertThat(Change.between(Nps.of(0, 0, 0), Nps.of(6, 3, 1))).isNull();
    }

    @Test
    void theTwelveMonthsToADayIncludeBothEnds() {
        Span year = Span.yearTo(LocalDate.of(2026, 11, 23));
        assertThat(year.from()).isEqualTo("2025-11-24");
        assertThat(year.days()).isEqualTo(365);
        assertThat(year.before()).isEqualTo(new Span(LocalDate.of(2024, 11, 24), LocalDate.of(2025, 11, 23)));
        refusedAt("from", () -> new Span(LocalDate.MAX, LocalDate.MIN));
    }

    private static void refusedAt(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
    }
}

package dev.rapport.metrics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What must hold whatever the numbers; each repetition draws its own from a fixed seed. */
class CalculatorPropertiesTest {

    private static final int TIMES = 200;

    private RandomGenerator random(RepetitionInfo repetition) {
        return new Random(repetition.getCurrentRepetition());
    }

    @RepeatedTest(TIMES)
    void npsIsBoundedAndSymmetric(RepetitionInfo repetition) {
        RandomGenerator random = random(repetition);
        long promoters = random.nextLong(500);
        long passives = random.nextLong(500);
        long detractors = random.nextLong(500) + 1;
        Figure nps = Nps.of(promoters, passives, detractors);
        Figure mirrored = Nps.of(detractors, passives, promoters);

        assertThat(nps.value()).isBetween(BigDecimal.valueOf(-100), BigDecimal.valueOf(100));
        assertThat(mirrored.value()).isEqualByComparingTo(nps.value().negate());
        assertThat(mirrored.standardError()).isEqualByComparingTo(nps.standardError());
        assertThat(Nps.of(promoters + 1, passives, detractors).value()).isGreaterThan(nps.value());
    }

    /** 100 √((4 PD + passives (P + D)) / n³) in exact fractions (Python): P + D − (P − D)² itself has no digit left. */
    @Test
    void npsIsCertainWhereNearlyAllAgree() {
        assertThat(Nps.of(1_000_000_000_000_000L, 0, 3).standardError().doubleValue())
                .isCloseTo(3.4641016151377388e-13, within(1e-26));
    }

    @RepeatedTest(TIMES)
    void sharesLieInTheirWilsonInterval(RepetitionInfo repetition) {
        RandomGenerator random = random(repetition);
        long answers = random.nextLong(300) + 1;
        Figure csat = Csat.of(random.nextLong(answers + 1), answers);

        assertThat(csat.interval().low()).isBetween(BigDecimal.ZERO, csat.value());
        assertThat(csat.interval().high()).isBetween(csat.value(), Exact.HUNDRED);
    }

    @RepeatedTest(TIMES)
    void retentionAndChurnMakeAHundred(RepetitionInfo repetition) {
        RandomGenerator random = random(repetition);
        long start = random.nextLong(1000) + 1;
        long retained = random.nextLong(start + 1);
        long fresh = random.nextLong(1000);
        Retention figures = Retention.of(start, retained + fresh, fresh);

        assertThat(figures.retention().value().add(figures.churn().value()).doubleValue())
                .isEqualTo(100, within(1e-12));
    }

    @RepeatedTest(TIMES)
    void grossRetentionIsAtMostNetAndAHundred(RepetitionInfo repetition) {
        RandomGenerator random = random(repetition);
        BigDecimal start = BigDecimal.valueOf(random.nextLong(100_000) + 1, 2);
        BigDecimal less = start.multiply(BigDecimal.valueOf(random.nextInt(50), 2));
        BigDecimal gone = start.multiply(BigDecimal.valueOf(random.nextInt(50), 2));
        BigDecimal more = BigDecimal.valueOf(random.nextLong(100_000), 2);
        RevenueRetention figures = RevenueRetention.of(start, more, less, gone);

        assertThat(figures.grr().value())
                .isLessThanOrEqualTo(figures.nrr().value().min(Exact.HUNDRED));
    }

    @RepeatedTest(TIMES)
    void clvGrowsWithMarginAndRetentionAndFallsWithTheDiscount(RepetitionInfo repetition) {
        RandomGenerator random = random(repetition);
        BigDecimal margin = BigDecimal.valueOf(random.nextInt(1, 100_000), 2);
        BigDecimal retention = BigDecimal.valueOf(random.nextInt(1, 98), 2);
        BigDecimal discount = BigDecimal.valueOf(random.nextInt(1, 99), 2);
        BigDecimal step = new BigDecimal("0.01");
        BigDecimal finite = constant(margin, retention, discount);

        assertThat(constant(margin.add(step), retention, discount)).isGreaterThan(finite);
        assertThat(constant(margin, retention.add(step), discount)).isGreaterThan(finite);
        assertThat(constant(margin, retention, discount.add(step))).isLessThan(finite);
        assertThat(PerpetualClv.of(margin, retention, discount).atPeriodEnd().value())
                .isGreaterThan(finite);
    }

    @RepeatedTest(TIMES)
    void theThreePerpetualReadingsDifferByOnePayment(RepetitionInfo repetition) {
        RandomGenerator random = random(repetition);
        BigDecimal margin = BigDecimal.valueOf(random.nextInt(1, 100_000), 2);
        PerpetualClv clv = PerpetualClv.of(
                margin, BigDecimal.valueOf(random.nextInt(100), 2), BigDecimal.valueOf(random.nextInt(1, 100), 2));
        double now = clv.firstPaymentNow().value().doubleValue();

        assertThat(now - clv.firstPaymentNext().value().doubleValue()).isCloseTo(margin.doubleValue(), within(1e-6));
    }

    @RepeatedTest(TIMES)
    void discountingByAHundredPercentHalvesOnePayment(RepetitionInfo repetition) {
        BigDecimal flow = BigDecimal.valueOf(random(repetition).nextInt(1, 100_000), 2);
        assertThat(DiscountedClv.of(List.of(flow), BigDecimal.ONE, Timing.END)
                        .value()
                        .multiply(BigDecimal.valueOf(2)))
                .isEqualByComparingTo(flow);
    }

    private static BigDecimal constant(BigDecimal margin, BigDecimal retention, BigDecimal discount) {
        return DiscountedClv.constant(margin, retention, discount, 3).value();
    }
}

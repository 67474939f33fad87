package dev.rapport.metrics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A/B tests, acquisition and the gap against published figures and against what must hold. */
class ExperimentsTest {

    @Test
    void comparesTwoSharesAsPublished() {
        JsonNode reference = ReferenceValues.of("ab-udacity");
        AbTest found = test(17489, 145274, 17264, 145310);
        near(found.statistic(), reference.get("expected").get("z_B_minus_A"), 1e-9);
        near(found.pValue(), reference.get("expected").get("p_two_sided"), 1e-9);
        double oneSided = NormalDistribution.of(0, 1).survivalProbability(found.statistic());
        near(oneSided, reference.get("expected").get("p_one_sided_B_greater"), 1e-9);
        assertThat(found.difference().wald().low()).isCloseTo(-0.0039379, within(1e-7));
        assertThat(found.difference().wald().high()).isCloseTo(0.0007814, within(1e-7));

        JsonNode small = ReferenceValues.of("ab-statsmodels-test");
        AbTest other = test(12, 99, 5, 83);
        near(other.statistic(), small.get("expected").get("z"), 1e-9);
        near(other.pValue(), small.get("expected").get("p_two_sided"), 1e-9);
        assertThat(other.test()).isEqualTo("z");
    }

    @Test
    void believesAsPublished() {
        JsonNode expected = ReferenceValues.of("ab-bayes-120-145").get("expected");
        Posterior a = Posterior.of(new Variant("A", 1000, 120));
        Posterior b = Posterior.of(new Variant("B", 1000, 145));
        near(b.beats(a), expected.get("p_B_beats_A"), 1e-8);
        near(a.quantile(0.025), expected.get("ci95_A").get(0), 1e-6);
        near(a.quantile(0.975), expected.get("ci95_A").get(1), 1e-6);
        near(b.quantile(0.025), expected.get("ci95_B").get(0), 1e-6);
        near(b.quantile(0.975), expected.get("ci95_B").get(1), 1e-6);
        near(b.expectedLoss(a), expected.get("expected_loss_choosing_B"), 1e-7);
    }

    @Test
    void comparesTheChannelsOfFourThousandRealLeads() {
        JsonNode expected = ReferenceValues.of("conversion-bank").get("expected");
        long[] cellular = leads("cellular");
        long[] telephone = leads("telephone");
        assertThat(cellular).containsExactly(2652, 375);
        assertThat(telephone).containsExactly(1467, 76);
        near(test(76, 1467, 375, 2652).statistic(), expected.get("z"), 1e-9);
        assertThat(Acquisition.conversion(451, 4119).value().doubleValue()).isCloseTo(100 * 451 / 4119.0, within(1e-9));
    }

    private static long[] leads(String contact) {
        try {
            List<String> rows = Files.readAllLines(ReferenceValues.file("bank-additional.csv")).stream()
                    .skip(1)
                    .map(row -> row.replace("\"", ""))
                    .filter(row -> row.contains(";" + contact + ";"))
                    .toList();
            return new long[] {
                rows.size(), rows.stream().filter(row -> row.endsWith(";yes")).count()
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void sizesATestAsRDoes() {
        JsonNode expected = ReferenceValues.of("ab-power").get("expected").get("n_per_group");
        double found = SampleSize.of(
                new BigDecimal("0.5"), new BigDecimal("0.75"), new BigDecimal("0.9"), new BigDecimal("0.05"));
        near(found, expected, 0.01);
    }

    /** p-values from scipy.stats.fisher_exact. */
    @ParameterizedTest
    @CsvSource({
        "3, 4, 1, 4, 0.48571428571428565",
        "1, 12, 5, 29, 0.6513721680602296",
        "0, 10, 0, 10, 1",
        "9, 9, 0, 9, 4.1135335252982315e-05",
    })
    void testsFewExactly(long first, long of, long last, long ofLast, double p) {
        AbTest found = test(first, of, last, ofLast);
        assertThat(found.test()).isEqualTo("fisher");
        assertThat(found.statistic()).isNull();
        assertThat(found.pValue()).isCloseTo(p, within(1e-6 * p));
        assertThat(found.verdict().key()).isEqualTo("metrics.ab.few");
    }

    @Test
    void testsThreeTogether() {
        AbTest found =
                AbTest.of(List.of(new Variant("A", 100, 20), new Variant("B", 100, 30), new Variant("C", 100, 40)));
        assertThat(found.test()).isEqualTo("chi-square");
        assertThat(found.degreesOfFreedom()).isEqualTo(2);
        assertThat(found.statistic()).isCloseTo(9.523809523809524, within(1e-9));
        assertThat(found.pValue()).isCloseTo(0.008549, within(1e-5));
        assertThat(found.verdict().key()).isEqualTo("metrics.ab.differ");
    }

    @Test
    void whichIsBetterDependsOnNothingElse() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            Variant a = variant(random);
            Variant b = variant(random);
            double better = Posterior.of(b).beats(Posterior.of(a));
            assertThat(better).isBetween(0.0, 1.0);
            assertThat(better + Posterior.of(a).beats(Posterior.of(b))).isCloseTo(1, within(1e-9));
            AbTest one = AbTest.of(List.of(a, b));
            AbTest other = AbTest.of(List.of(b, a));
            assertThat(one.pValue()).isBetween(0.0, 1.0).isCloseTo(other.pValue(), within(1e-9));
            assertThat(one.difference().newcombe().low())
                    .isBetween(-1.0, one.difference().value());
            assertThat(one.difference().newcombe().high())
                    .isBetween(one.difference().value(), 1.0);
        }
    }

    @Test
    void survivesNothingAndVeryMuch() {
        assertThat(test(0, 0, 1, 2).pValue()).isNull();
        assertThat(test(0, 0, 1, 2).verdict().key()).isEqualTo("metrics.ab.few");
        AbTest huge = test(70_000_000, 1_000_000_000_000_000L, 1, 1_000);
        assertThat(huge.pValue()).isBetween(0.0, 1.0);
        assertThat(Posterior.of(new Variant("A", 100_000_000, 50_000_000))
                        .beats(Posterior.of(new Variant("B", 100_000_000, 50_000_000))))
                .isCloseTo(0.5, within(1e-9));
    }

    /** P(B > A) by quadrature of both densities with mpmath at 40 digits; z likewise. */
    @ParameterizedTest
    @CsvSource({
        "120, 1000, 145, 1000, 0.95019690761677336",
        "500000, 1000000, 500700, 1000000, 0.83890053502072065",
        "4000000, 10000000, 4002000, 10000000, 0.81933477448843289",
        "1000000, 1000000000, 1003000, 1000000000, 0.98303039427889127",
        "500000000, 1000000000, 500040000, 1000000000, 0.96318086499628133",
    })
    void believesMillionsToTwelveDigits(long first, long of, long last, long ofLast, double expected) {
        Posterior a = Posterior.of(new Variant("A", of, first));
        Posterior b = Posterior.of(new Variant("B", ofLast, last));
        assertThat(b.beats(a)).isCloseTo(expected, within(2e-12));
        assertThat(a.beats(b)).isCloseTo(1 - expected, within(2e-12));
    }

    @Test
    void believesTheObviousAtOnce() {
        Posterior rare = Posterior.of(new Variant("A", 1_000_000_000_000_000L, 1_000_000));
        Posterior usual = Posterior.of(new Variant("B", 1_000_000_000_000_000L, 999_999_999_000_000L));
        assertThat(usual.beats(rare)).isEqualTo(1);
        assertThat(rare.beats(usual)).isZero();
    }

    private static Variant variant(Random random) {
        long trials = random.nextInt(1, 2000);
        return new Variant("", trials, random.nextLong(trials + 1));
    }

    private static AbTest test(long first, long of, long last, long ofLast) {
        return AbTest.of(List.of(new Variant("A", of, first), new Variant("B", ofLast, last)));
    }

    @Test
    void paysACustomerBackAsPublished() {
        JsonNode reference = ReferenceValues.of("cac");
        JsonNode in = reference.get("inputs");
        JsonNode expected = reference.get("expected");
        Acquisition found = Acquisition.of(
                in.get("sales_marketing_spend").decimalValue(),
                in.get("new_customers").decimalValue(),
                in.get("arpa_month").decimalValue(),
                in.get("gross_margin").decimalValue(),
                in.get("monthly_churn").decimalValue());
        near(found.cac().value().doubleValue(), expected.get("cac"), 1e-6);
        near(found.ltv().value().doubleValue(), expected.get("ltv_simple"), 1e-6);
        near(found.ltvToCac().value().doubleValue(), expected.get("ltv_cac"), 1e-6);
        near(found.paybackMonths().value().doubleValue(), expected.get("payback_months"), 1e-6);
    }

    @Test
    void saysWhyItHasNoFigure() {
        Acquisition nobody = acquisition("100", 0, "50", "0.8", "0");
        assertThat(nobody.cac().reason()).isEqualTo(Text.of("metrics.reason.newcomers"));
        assertThat(nobody.ltv().reason()).isEqualTo(Text.of("metrics.reason.churn"));
        assertThat(nobody.ltvToCac().value()).isNull();
        assertThat(nobody.paybackMonths().value()).isNull();
        Acquisition free = acquisition("0", 4, "50", "0", "0.1");
        assertThat(free.ltvToCac().reason()).isEqualTo(Text.of("metrics.reason.free"));
        assertThat(free.paybackMonths().reason()).isEqualTo(Text.of("metrics.reason.margin"));
        assertThat(SatisfactionGap.of(BigDecimal.ZERO, BigDecimal.ZERO).value()).isNull();
    }

    @Test
    void measuresTheGap() {
        assertThat(SatisfactionGap.of(new BigDecimal(200), new BigDecimal(150))
                        .value()
                        .doubleValue())
                .isCloseTo(1 / 7.0, within(1e-12));
    }

    private static Acquisition acquisition(String spend, int fresh, String revenue, String margin, String churn) {
        return Acquisition.of(
                new BigDecimal(spend),
                BigDecimal.valueOf(fresh),
                new BigDecimal(revenue),
                new BigDecimal(margin),
                new BigDecimal(churn));
    }

    private static void near(double actual, JsonNode expected, double tolerance) {
        assertThat(actual).isCloseTo(expected.asDouble(), within(tolerance));
    }
}

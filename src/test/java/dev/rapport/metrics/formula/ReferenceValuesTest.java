package dev.rapport.metrics.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every calculator against the figures published elsewhere, within the tolerance stated with each. */
class ReferenceValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"nps-whuber", "nps-sudzilla"})
    void nps(String id) {
        JsonNode reference = ReferenceValues.of(id);
        JsonNode inputs = reference.get("inputs");
        JsonNode expected = reference.get("expected");
        double tolerance = reference.get("tolerance").asDouble();
        Figure figure = inputs.has("scores")
                ? Nps.ofScores(ReferenceValues.numbers(inputs.get("scores")))
                : Nps.of(
                        inputs.get("promoters").asLong(),
                        inputs.get("passives").asLong(),
                        inputs.get("detractors").asLong());

        near(figure.value(), expected.get("nps"), tolerance);
        near(figure.standardError(), expected.get("standard_error_pts"), tolerance);
        near(figure.interval().low(), expected.get("ci95_pts").get(0), tolerance);
        near(figure.interval().high(), expected.get("ci95_pts").get(1), tolerance);
        if (expected.has("detractors")) {
            assertThat(figure.inputs())
                    .containsEntry("promoters", expected.get("promoters").asLong())
                    .containsEntry("passives", expected.get("passives").asLong())
                    .containsEntry("detractors", expected.get("detractors").asLong());
        }
    }

    @Test
    void csat() {
        JsonNode reference = ReferenceValues.of("csat-top2");
        JsonNode counts = reference.get("inputs").get("counts");
        long satisfied = counts.get("4").asLong() + counts.get("5").asLong();
        long answers = IntStream.rangeClosed(1, 5)
                .mapToLong(i -> counts.get("" + i).asLong())
                .sum();
        double tolerance = reference.get("tolerance").asDouble();

        Figure figure = Csat.of(satisfied, answers);

        share(figure.value(), reference.get("expected").get("csat"), tolerance);
        share(figure.interval().low(), reference.get("expected").get("wilson95").get(0), tolerance);
        share(
                figure.interval().high(),
                reference.get("expected").get("wilson95").get(1),
                tolerance);
    }

    @Test
    void ces() {
        JsonNode reference = ReferenceValues.of("ces-mean");
        Figure figure =
                Ces.ofScores(ReferenceValues.numbers(reference.get("inputs").get("scores")));
        near(
                figure.value(),
                reference.get("expected").get("ces"),
                reference.get("tolerance").asDouble());
    }

    @Test
    void retention() {
        JsonNode reference = ReferenceValues.of("crr-ENS");
        JsonNode inputs = reference.get("inputs");
        Retention figures = Retention.of(
                inputs.get("S").asLong(),
                inputs.get("E").asLong(),
                inputs.get("N").asLong());
        share(figures.retention().value(), reference.get("expected").get("retention_rate"), 1e-12);
        share(figures.churn().value(), reference.get("expected").get("churn_rate"), 1e-12);
    }

    @Test
    void revenueRetention() {
        JsonNode reference = ReferenceValues.of("nrr-grr");
        JsonNode inputs = reference.get("inputs");
        RevenueRetention figures = RevenueRetention.of(
                inputs.get("start").decimalValue(),
                inputs.get("expansion").decimalValue(),
                inputs.get("contraction").decimalValue(),
                inputs.get("churn").decimalValue());
        share(figures.nrr().value(), reference.get("expected").get("NRR"), 1e-12);
        share(figures.grr().value(), reference.get("expected").get("GRR"), 1e-12);
    }

    @Test
    void survival() {
        JsonNode reference = ReferenceValues.of("retention-fh-table");
        JsonNode expected = reference.get("expected");
        Survival survival =
                Survival.of(ReferenceValues.numbers(reference.get("inputs").get("survivors")).stream()
                        .map(BigDecimal::longValueExact)
                        .toList());
        each(survival.survival(), expected.get("survival"), 1e-9);
        each(survival.retention(), expected.get("retention_rate"), 1e-9);
        each(survival.retention().stream().map(BigDecimal.ONE::subtract).toList(), expected.get("churn_rate"), 1e-9);
    }

    @Test
    void discountedClvOfCashFlows() {
        JsonNode reference = ReferenceValues.of("npv-livecycle");
        Figure figure = DiscountedClv.of(
                ReferenceValues.numbers(reference.get("inputs").get("cashflows_end_of_period")),
                reference.get("inputs").get("rate").decimalValue(),
                Timing.END);
        near(
                figure.value(),
                reference.get("expected"),
                reference.get("tolerance").asDouble());
    }

    @Test
    void discountedClvOfACohort() {
        JsonNode reference = ReferenceValues.of("clv-kotler-table");
        JsonNode inputs = reference.get("inputs");
        List<BigDecimal> customers = ReferenceValues.numbers(inputs.get("customers"));
        List<BigDecimal> revenue = ReferenceValues.numbers(inputs.get("revenue_per_customer"));
        List<BigDecimal> cost = ReferenceValues.numbers(inputs.get("variable_cost_per_customer"));
        List<BigDecimal> flows = IntStream.range(0, customers.size())
                .mapToObj(i -> customers.get(i).multiply(revenue.get(i).subtract(cost.get(i))))
                .toList();

        BigDecimal present = DiscountedClv.of(flows, inputs.get("discount_rate").decimalValue(), null)
                .value();

        JsonNode expected = reference.get("expected");
        BigDecimal spent = new BigDecimal(100 * 40);
        near(present, expected.get("present_value"), 0.02);
        near(present.subtract(spent), expected.get("net"), 0.02);
        near(present.subtract(spent).movePointLeft(2), expected.get("net_per_customer"), 0.005);
    }

    @Test
    void perpetualClv() {
        JsonNode reference = ReferenceValues.of("clv-conventions");
        JsonNode inputs = reference.get("inputs");
        JsonNode expected = reference.get("expected");
        PerpetualClv clv = PerpetualClv.of(
                inputs.get("m").decimalValue(),
                inputs.get("r").decimalValue(),
                inputs.get("d").decimalValue());
        near(clv.firstPaymentNow().value(), expected.get("first_payment_included_start_of_period"), 1e-6);
        near(clv.firstPaymentNext().value(), expected.get("first_payment_excluded"), 1e-6);
        near(clv.atPeriodEnd().value(), expected.get("first_payment_included_end_of_period"), 1e-6);
    }

    @Test
    void marginMultiple() {
        JsonNode reference = ReferenceValues.of("margin-multiple");
        JsonNode rates = reference.get("inputs").get("i");
        for (int i = 0; i < rates.size(); i++) {
            PerpetualClv clv = PerpetualClv.of(
                    BigDecimal.ONE,
                    reference.get("inputs").get("r").decimalValue(),
                    rates.get(i).decimalValue());
            near(clv.marginMultiple().value(), reference.get("expected").get(i), 0.005);
        }
    }

    @Test
    void simpleClvByChurn() {
        JsonNode reference = ReferenceValues.of("cac");
        JsonNode inputs = reference.get("inputs");
        Figure figure = SimpleClv.byChurn(
                inputs.get("arpa_month").decimalValue(),
                inputs.get("gross_margin").decimalValue(),
                inputs.get("monthly_churn").decimalValue());
        near(figure.value(), reference.get("expected").get("ltv_simple"), 1e-6);
    }

    @Test
    void churnOfSevenThousandRealSubscribers() throws IOException {
        JsonNode expected = ReferenceValues.of("churn-telco").get("expected");
        List<String[]> rows = Files.readAllLines(ReferenceValues.file("Telco-Customer-Churn.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        long churned =
                rows.stream().filter(row -> row[20].strip().equals("Yes")).count();
        BigDecimal revenue = rows.stream().map(row -> new BigDecimal(row[18])).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal lost = rows.stream()
                .filter(row -> row[20].strip().equals("Yes"))
                .map(row -> new BigDecimal(row[18]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        Retention customers = Retention.of(rows.size(), rows.size() - churned, 0);
        RevenueRetention money = RevenueRetention.of(revenue, BigDecimal.ZERO, BigDecimal.ZERO, lost);

        share(customers.churn().value(), expected.get("logo_churn"), 1e-6);
        share(Exact.HUNDRED.subtract(money.grr().value()), expected.get("revenue_churn"), 1e-6);
    }

    private static void each(List<BigDecimal> actual, JsonNode expected, double tolerance) {
        assertThat(actual).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            near(actual.get(i), expected.get(i), tolerance);
        }
    }

    private static void share(BigDecimal percent, JsonNode expected, double tolerance) {
        near(percent.movePointLeft(2), expected, tolerance);
    }

    private static void near(BigDecimal actual, JsonNode expected, double tolerance) {
        assertThat(actual.doubleValue()).isCloseTo(expected.asDouble(), within(tolerance));
    }
}

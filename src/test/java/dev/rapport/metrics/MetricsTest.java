package dev.rapport.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Retention;
import dev.rapport.metrics.formula.RevenueRetention;
import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.predictive.PredictiveFigure;
import dev.rapport.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures over facts that each test records itself. */
@DatabaseTest
class MetricsTest {

    private static final FixedBusiness BUSINESS = FixedBusiness.on("2026-11-23");

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private Metrics metrics;

    @BeforeEach
    void open() {
        facts = new Facts(jdbc);
        metrics = facts.metrics(BUSINESS);
    }

    @Test
    void scoresOfThreeHundredAndTwentyFourCustomers() {
        for (int i = 0; i < 324; i++) {
            facts.answer(facts.customer("Customer " + i), "NPS", i < 162 ? 9 : i < 270 ? 8 : 3, "2026-05-01");
        }

        Figure nps = metrics.nps(year());

        assertThat(nps.value().doubleValue()).isCloseTo(33.333, within(0.001));
        assertThat(nps.standardError().doubleValue()).isCloseTo(4.140867, within(1e-6));
        assertThat(nps.n()).isEqualTo(324);
        assertThat(nps.asOf()).isEqualTo("2026-11-23");
    }

    @Test
    void countsAPersonOnceWithTheLatestAnswerOfThePeriod() {
        long customer = facts.customer("Ada");
        facts.answer(customer, "NPS", 2, "2026-03-01");
        facts.answer(customer, "NPS", 10, "2026-04-01");
        facts.answer(customer, "NPS", 9, "2026-04-01");
        facts.answer(customer, "NPS", 0, "2024-04-01");

        assertThat(metrics.nps(year()).inputs()).containsEntry("promoters", 1L).containsEntry("detractors", 0L);
        assertThat(metrics.nps(asOf("2026-03-31")).inputs())
                .containsEntry("promoters", 0L)
                .containsEntry("detractors", 1L);
        assertThat(metrics.nps(asOf("2026-02-28")).inputs()).containsEntry("detractors", 0L);
    }

    @Test
    void countsEveryAnswerOfSatisfactionAndEffort() {
        long customer = facts.customer("Ada");
        for (int score : new int[] {5, 4, 3}) {
            facts.answer(customer, "CSAT", score, "2026-03-01");
        }
        for (int score : new int[] {7, 6, 5, 7, 4, 2, 6}) {
            facts.answer(customer, "CES", score, "2026-03-01");
        }

        assertThat(metrics.csat(year()).value().doubleValue()).isCloseTo(66.667, within(0.001));
        assertThat(metrics.ces(year()).value().doubleValue()).isCloseTo(5.285714286, within(1e-8));
        assertThat(metrics.ces(year()).inputs()).containsEntry("easy", 5L);
    }

    @Test
    void keepsNinetyPercentOfTwoHundredCustomers() {
        for (int i = 0; i < 240; i++) {
            long customer = facts.customer("Customer " + i);
            if (i < 200) {
                facts.purchase(customer, "2025-10-01", "10");
            }
            if (i >= 20) {
                facts.purchase(customer, "2026-10-01", "10");
            }
        }

        Retention found = metrics.retention(year());

        assertThat(found.retention().inputs())
                .containsEntry("start", 200L)
                .containsEntry("end", 220L)
                .containsEntry("new", 40L);
        assertThat(found.retention().value()).isEqualByComparingTo("90");
        assertThat(found.churn().value()).isEqualByComparingTo("10");
    }

    @Test
    void revenueOfThoseOneHadGrowsShrinksOrGoes() {
        buys("stays", "100", "100");
        buys("more", "100", "150");
        buys("less", "100", "60");
        buys("gone", "100", null);
        buys("new", null, "999");
        long refunded = buys("refunded", "100", "100");
        facts.purchase(refunded, "2026-06-02", "-100");

        RevenueRetention found = metrics.revenueRetention(year());

        assertThat(found.nrr().inputs().get("start")).isEqualTo(new BigDecimal("500"));
        assertThat(found.nrr().inputs().get("expansion")).isEqualTo(new BigDecimal("50"));
        assertThat(found.nrr().inputs().get("contraction")).isEqualTo(new BigDecimal("140"));
        assertThat(found.nrr().inputs().get("churn")).isEqualTo(new BigDecimal("100"));
        assertThat(found.nrr().value()).isEqualByComparingTo("62");
        assertThat(found.grr().value()).isEqualByComparingTo("52");
    }

    @Test
    void valuesCustomersByMarginRetentionAndDiscount() {
        for (int i = 0; i < 10; i++) {
            long customer = facts.customer("Customer " + i);
            facts.purchase(customer, "2025-11-01", "50");
            if (i < 8) {
                facts.purchase(customer, "2026-11-01", "250");
            }
        }

        Clv clv = clv(asOf("2026-11-23"));

        // m = 40 % of 250, r = 0.8, d = 10 %, 3 years: 100/1.1 + 80/1.21 + 64/1.331
        assertThat(clv.discounted().value().doubleValue()).isCloseTo(205.1090, within(1e-4));
        assertThat(clv.discounted().n()).isEqualTo(8);
        assertThat(clv.perpetual().value().doubleValue()).isCloseTo(333.3333, within(1e-4));
        assertThat(clv.perpetual().inputs().get("firstPaymentNow").toString()).startsWith("366.66");
        assertThat(clv.simple().value()).isEqualByComparingTo("200");
        assertThat(clv.historic().value()).isEqualByComparingTo("1000");
        assertThat(clv.predictive().value()).isNull();
        assertThat(clv.predictive().reason()).isNotNull();
        assertThat(clv.discounted().currency()).isEqualTo("USD");
    }

    @Test
    void takesTheMarginOfThePurchaseItsProductOrTheBusiness() {
        long customer = facts.customer("Ada");
        long own = facts.purchase(customer, "2026-11-01", "100", "70", null);
        facts.purchase(customer, "2026-11-02", "-50", null, own);
        facts.purchase(customer, "2026-11-03", "100");
        jdbc.sql("INSERT INTO product (name, price, cost, created_at) VALUES ('Course', 200, 20, now())")
                .update();
        jdbc.sql("UPDATE purchase SET product_id = (SELECT id FROM product) WHERE purchased_on = '2026-11-03'")
                .update();
        facts.purchase(customer, "2026-11-04", "100");

        // 30 − 15 + 90 + 40
        assertThat(clv(asOf("2026-11-23")).historic().value()).isEqualByComparingTo("145");
    }

    @Test
    void takesWhatWinningACustomerCostOffTheSimpleValueWhereThatIsKnown() {
        long kept = facts.customer("Ada", "Fair", "PURCHASE", "2025-11-01");
        facts.purchase(kept, "2025-11-01", "100");
        facts.purchase(kept, "2026-11-01", "100");
        facts.purchase(facts.customer("Bob", "Fair", "PURCHASE", "2026-10-01"), "2026-10-01", "100");
        jdbc.sql("UPDATE customer SET tags = '{vip}'").update();
        assertThat(simple("")).isEqualByComparingTo("100");
        jdbc.sql("""
                INSERT INTO acquisition_cost (channel, spent_on, amount, created_at)
                VALUES ('fair', '2026-09-01', 30, now()), ('Web', '2026-11-23', 60, now()), ('Web', '2025-01-01', 7, now())
                """).update();

        assertThat(simple("")).isEqualByComparingTo("10");
        assertThat(simple("channel:Fair")).isEqualByComparingTo("70");
        assertThat(simple("tag:vip")).isEqualByComparingTo("100");
    }

    private BigDecimal simple(String group) {
        return clv(Scope.of(null, null, null, group, BUSINESS.today())).simple().value();
    }

    @Test
    void addsUpRevenueAndCountsBuyers() {
        buys("one", "10", "20");
        buys("two", null, "30");
        facts.purchase(buys("three", null, "5"), "2026-07-01", "-2");

        assertThat(metrics.revenue(year()).value()).isEqualByComparingTo("53");
        assertThat(metrics.activeCustomers(year()).value()).isEqualByComparingTo("3");
        assertThat(metrics.newCustomers(year()).value()).isEqualByComparingTo("2");
        assertThat(metrics.repeatRate(year()).value()).isEqualByComparingTo("0");
        assertThat(metrics.revenue(year()).currency()).isEqualTo("USD");
    }

    @Test
    void knowsAGroupByChannelStageAndTag() {
        long web = facts.customer("Ada", "Web", "LOYALTY", "2026-01-01");
        jdbc.sql("UPDATE customer SET tags = '{vip}' WHERE id = ?").param(web).update();
        facts.purchase(web, "2026-05-01", "10");
        facts.purchase(facts.customer("Bob", "fair", "PURCHASE", "2026-01-01"), "2026-05-01", "20");

        for (String group : new String[] {"channel:web", "stage:loyalty", "tag:vip"}) {
            Scope scope = Scope.of(null, null, null, group, BUSINESS.today());
            assertThat(metrics.revenue(scope).value()).as(group).isEqualByComparingTo("10");
            assertThat(metrics.activeCustomers(scope).value()).isEqualByComparingTo("1");
            assertThat(metrics.nps(scope).value()).isNull();
            assertThat(metrics.retention(scope).retention().inputs()).containsEntry("end", 0L);
            assertThat(metrics.revenueRetention(scope).nrr().value()).isNull();
            assertThat(metrics.cohorts(scope).n()).isEqualTo(1);
            assertThat(clv(scope).historic().value()).isEqualByComparingTo("4");
        }
    }

    @Test
    void knowsNothingOfAnEmptyBusiness() {
        assertThat(metrics.nps(year()).value()).isNull();
        assertThat(metrics.retention(year()).retention().value()).isNull();
        assertThat(metrics.revenueRetention(year()).nrr().value()).isNull();
        assertThat(clv(year()).discounted().reason()).isEqualTo(Text.of("metrics.reason.year"));
        assertThat(clv(year()).historic().value()).isNull();
        assertThat(metrics.cohorts(year()).value()).isEmpty();
    }

    private long buys(String name, String before, String now) {
        long customer = facts.customer(name);
        if (before != null) {
            facts.purchase(customer, "2025-06-01", before);
        }
        if (now != null) {
            facts.purchase(customer, "2026-06-01", now);
        }
        return customer;
    }

    private static Scope year() {
        return asOf("2026-11-23");
    }

    private static Scope asOf(String day) {
        return Scope.of(null, null, LocalDate.parse(day), null, BUSINESS.today());
    }

    private Clv clv(Scope scope) {
        return metrics.clv(scope, PredictiveFigure.none(scope.asOf(), BUSINESS));
    }
}

package dev.rapport.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metrics.formula.RevenueRetention;
import dev.rapport.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days and amounts at the edge of what counts, worked out by hand from the definitions. */
@DatabaseTest
class EdgesTest {

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
    void ofTwoAnswersOnADayTheLaterEnteredCounts() {
        long ada = facts.customer("Ada");
        facts.answer(ada, "NPS", 10, "2026-04-01");
        facts.answer(ada, "NPS", 2, "2026-04-01");
        assertThat(metrics.nps(year()).value()).isEqualByComparingTo("-100");
    }

    @Test
    void whoIsLostOnTheDayOfTheirPurchaseIsNoCustomerAtItsEnd() {
        long ada = facts.customer("Ada");
        facts.purchase(ada, "2025-11-01", "10");
        facts.stage(ada, "LOST", "2025-11-01");
        long bob = facts.customer("Bob");
        facts.purchase(bob, "2025-11-02", "10");
        facts.stage(bob, "LOST", "2025-11-01");
        assertThat(metrics.retention(year()).retention().inputs()).containsEntry("start", 1L);
    }

    @Test
    void aCostIsInTheCurrencyOfItsPurchase() {
        long ada = facts.customer("Ada");
        jdbc.sql("""
                        INSERT INTO purchase (customer_id, purchased_on, amount, cost, currency, rate, base_amount, created_at)
                        VALUES (?, '2026-05-01', 100, 40, 'CHF', 0.5, 50, now())""").param(ada).update();
        assertThat(metrics.clv(year()).historic().value()).isEqualByComparingTo("30");
    }

    @Test
    void thePeriodsLastDayIsOfThePeriod() {
        long ada = facts.customer("Ada");
        facts.purchase(ada, "2026-05-01", "10");
        facts.purchase(ada, "2026-11-23", "10");
        assertThat(metrics.repeatRate(year()).value()).isEqualByComparingTo("100");
    }

    @Test
    void theTwelveMonthsOfALeapYearHaveAllItsDays() {
        long ada = facts.customer("Ada");
        facts.purchase(ada, "2024-01-01", "100", "40", null);
        Scope leap = Scope.of(null, null, LocalDate.parse("2024-12-31"), null, BUSINESS.today());
        assertThat(metrics.clv(leap).discounted().inputs())
                .containsEntry("marginOfYear", new BigDecimal("60"))
                .containsEntry("activeCustomers", 1L);
        assertThat(metrics.clv(leap).discounted().period().from()).isEqualTo("2024-01-01");
    }

    @Test
    void whoBoughtLongAgoHasBroughtSomethingToo() {
        facts.purchase(facts.customer("Ada"), "2020-01-01", "100", "40", null);
        facts.purchase(facts.customer("Bob"), "2026-01-01", "10", "8", null);
        assertThat(metrics.clv(year()).historic().value()).isEqualByComparingTo("62");
        assertThat(metrics.clv(year()).historic().n()).isEqualTo(2);
    }

    /** Who bought for nothing brought less and isn't lost; a loss of the period before is no start to lose from. */
    @Test
    void revenueThatFellToNothingIsNoChurnAndStartsAtNothing() {
        long ada = facts.customer("Ada");
        facts.purchase(ada, "2025-05-01", "100");
        facts.purchase(ada, "2026-05-01", "0");
        long bob = facts.customer("Bob");
        facts.purchase(bob, "2025-01-01", "10");
        facts.purchase(bob, "2025-05-01", "-30");
        facts.purchase(bob, "2026-05-01", "50");
        RevenueRetention found = metrics.revenueRetention(year());
        assertThat(found.nrr().inputs())
                .containsEntry("start", new BigDecimal("100"))
                .containsEntry("expansion", new BigDecimal("50"))
                .containsEntry("contraction", new BigDecimal("100"))
                .containsEntry("churn", new BigDecimal("0"));
    }

    @Test
    void aCohortHoldsWhoCameUpToTheDay() {
        facts.purchase(facts.customer("Ada"), "2026-06-10", "10");
        facts.purchase(facts.customer("Bob"), "2026-06-20", "10");
        LocalDate day = LocalDate.parse("2026-06-15");
        CohortTable table = metrics.cohorts(Scope.of(null, LocalDate.parse("2026-06-30"), day, null, BUSINESS.today()));
        assertThat(table.value()).singleElement().satisfies(cohort -> {
            assertThat(cohort.size()).isEqualTo(1);
            assertThat(cohort.active()).containsOnlyNulls();
        });
    }

    /** Customers for 300 days by their rhythm: the one is lost on day 182, so stays one step of 91; the other on day 120. */
    @Test
    void aLifeEndsTheDayBeforeStageLost() {
        for (String lostOn : List.of("2025-07-02", "2025-05-01")) {
            long one = facts.customer("Lost on " + lostOn);
            facts.purchase(one, "2025-01-01", "1");
            facts.purchase(one, "2025-03-02", "1");
            facts.purchase(one, "2025-05-01", "1");
            facts.stage(one, "LOST", lostOn);
        }
        SurvivalCurve curve = metrics.survival(year());
        assertThat(curve.points().get(1).stayed()).isEqualTo(2);
        assertThat(curve.points().get(2).stayed()).isZero();
    }

    private static Scope year() {
        return Scope.of(null, null, LocalDate.parse("2026-11-23"), null, BUSINESS.today());
    }
}

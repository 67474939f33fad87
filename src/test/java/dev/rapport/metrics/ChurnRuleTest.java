package dev.rapport.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metrics.formula.Span;
import dev.rapport.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is a customer at the end of a day, on either side of the day that it changes. */
@DatabaseTest
class ChurnRuleTest {

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private Metrics metrics;

    @BeforeEach
    void open() {
        facts = new Facts(jdbc);
        metrics = facts.metrics(FixedBusiness.on("2026-11-23"));
    }

    @Test
    void aCustomerIsGoneAfterThreeTimesTheirRhythmButNotBeforeNinetyDays() {
        long once = facts.customer("Once");
        facts.purchase(once, "2026-01-01", "10");
        long slow = facts.customer("Every hundred days");
        facts.purchase(slow, "2025-06-15", "10");
        facts.purchase(slow, "2025-09-23", "10");
        facts.purchase(slow, "2026-01-01", "10");
        facts.purchase(slow, "2026-01-01", "10");
        long quick = facts.customer("Every week");
        facts.purchase(quick, "2025-12-25", "10");
        facts.purchase(quick, "2026-01-01", "10");

        assertThat(customersOn("2026-04-01")).isEqualTo(3);
        assertThat(customersOn("2026-04-02")).isEqualTo(1);
        assertThat(customersOn("2026-10-28")).isEqualTo(1);
        assertThat(customersOn("2026-10-29")).isZero();
        assertThat(customersOn("2025-06-14")).isZero();
    }

    @Test
    void aFixedNumberOfDaysReplacesTheRhythm() {
        facts.purchase(facts.customer("Ada"), "2026-01-01", "10");
        metrics = facts.metrics(new FixedBusiness(LocalDate.parse("2026-11-23"), BigDecimal.TEN, 10));

        assertThat(customersOn("2026-01-11")).isEqualTo(1);
        assertThat(customersOn("2026-01-12")).isZero();
    }

    @Test
    void theLostAreGoneUntilTheyBuyAgain() {
        long customer = facts.customer("Ada");
        facts.purchase(customer, "2026-01-01", "10");
        facts.stage(customer, "LOST", "2026-01-10");
        facts.purchase(customer, "2026-02-01", "10");
        facts.stage(customer, "LOST", "2026-02-10");
        facts.stage(customer, "RETENTION", "2026-02-20");

        assertThat(customersOn("2026-01-09")).isEqualTo(1);
        assertThat(customersOn("2026-01-10")).isZero();
        assertThat(customersOn("2026-01-31")).isZero();
        assertThat(customersOn("2026-02-01")).isEqualTo(1);
        assertThat(customersOn("2026-02-10")).isZero();
        assertThat(customersOn("2026-02-20")).isEqualTo(1);
    }

    private long customersOn(String day) {
        LocalDate end = LocalDate.parse(day);
        return (long) metrics.retention(Scope.of(new Span(end, end)))
                .retention()
                .inputs()
                .get("end");
    }
}

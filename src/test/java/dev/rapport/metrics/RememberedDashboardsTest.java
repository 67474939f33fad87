package dev.rapport.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metrics.formula.Span;
import dev.rapport.testing.DatabaseTest;
import dev.rapport.testing.Statements;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A remembered dashboard is the one that would be worked out now. */
@DatabaseTest
class RememberedDashboardsTest {
    private static final Period YEAR =
            Period.own(new Span(LocalDate.parse("2025-07-01"), LocalDate.parse("2026-06-30")));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Dashboards dashboards;

    @Autowired
    private FactVersionQuery versions;

    private long ada;

    @BeforeEach
    void aBusiness() {
        Facts facts = new Facts(jdbc);
        ada = facts.customer("Ada", "Web", "PURCHASE", "2025-01-01");
        long bob = facts.customer("Bob", "Fair", "PURCHASE", "2025-01-01");
        facts.purchase(ada, "2025-06-01", "100");
        facts.purchase(ada, "2026-01-01", "150");
        facts.purchase(bob, "2026-05-01", "30");
        facts.answer(ada, "NPS", 9, "2026-02-01");
        jdbc.sql("INSERT INTO product (name, price, cost, created_at) VALUES ('Course', 100, 20, now())")
                .update();
        jdbc.sql("UPDATE purchase SET product_id = 1 WHERE customer_id = ?")
                .param(ada)
                .update();
    }

    @Test
    void isNotWorkedOutTwice() {
        Dashboard first = dashboards.of(YEAR);

        List<String> statements =
                Statements.of(() -> assertThat(dashboards.of(YEAR)).isEqualTo(first));

        assertThat(statements).hasSize(2);
        assertThat(first.overview().top()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at) VALUES (2, '2026-06-01', 7, 'USD', 1, 7, now())",
                "UPDATE purchase SET amount = 1, base_amount = 1 WHERE id = 2",
                "DELETE FROM purchase WHERE id = 3",
                "UPDATE answer SET score = 3",
                "DELETE FROM answer",
                "INSERT INTO stage_change (customer_id, stage, changed_on, created_at) VALUES (1, 'LOST', '2026-03-01', now())",
                "UPDATE customer SET source = 'Search' WHERE id = 1",
                "UPDATE customer SET name = 'Ada Lovelace' WHERE id = 1",
                "DELETE FROM customer WHERE id = 2",
                "UPDATE product SET cost = 90",
            })
    void seesEveryChange(String change) {
        Dashboard before = dashboards.of(YEAR);

        jdbc.sql(change).update();

        Dashboard after = dashboards.of(YEAR);
        assertThat(after).isNotEqualTo(before).isEqualTo(dashboards.workedOut(YEAR));
    }

    @Test
    void seesWhoWasSpokenWithJustNow() {
        assertThat(dashboards.of(YEAR).overview().contacts()).isEmpty();
        jdbc.sql("""
                        INSERT INTO timeline_entry (customer_id, source, source_id, kind, happened_at, all_day, title)
                        VALUES (?, 'interaction', 1, 'CALL', now(), false, 'Hello')
                        """).param(ada).update();

        assertThat(dashboards.of(YEAR).overview().contacts())
                .extracting(Overview.Contact::customer)
                .containsExactly("Ada");
    }

    @Test
    void staysKnownWhenTheChangesAreAddedUp() {
        dashboards.of(YEAR);
        FactVersionQuery.FactVersion version = versions.now();

        versions.addUp();

        assertThat(versions.now()).isEqualTo(version);
        assertThat(jdbc.sql("SELECT count(*) FROM fact_change")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}

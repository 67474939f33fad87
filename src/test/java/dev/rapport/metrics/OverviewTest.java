package dev.rapport.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.metrics.formula.Span;
import dev.rapport.testing.DatabaseTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people on the dashboard, as of any day. */
@DatabaseTest
class OverviewTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void countsCustomersInTheStageOfThatDay() {
        Facts facts = new Facts(jdbc);
        long ada = facts.customer("Ada", "Web", "AWARENESS", "2026-01-01");
        facts.customer("Bob", " web ", "AWARENESS", "2026-01-01");
        facts.customer("Cid", null, "LOYALTY", "2026-05-01");
        long dee = facts.customer("Dee", "Fair", "PURCHASE", "2026-05-01");
        facts.purchase(dee, "2025-12-01", "10");
        facts.stage(ada, "RETENTION", "2026-03-01");
        jdbc.sql("UPDATE customer SET stage = 'RETENTION' WHERE id = ?")
                .param(ada)
                .update();

        assertThat(of("2026-02-01").channels())
                .extracting(Overview.Group::name, Overview.Group::customers)
                .containsExactly(tuple("Web", 2L), tuple("Fair", 1L));
        assertThat(of("2026-02-01").stages())
                .filteredOn(group -> group.customers() > 0)
                .extracting(Overview.Group::name, Overview.Group::customers)
                .containsExactly(tuple("AWARENESS", 2L), tuple("PURCHASE", 1L));
        assertThat(of("2026-06-01").stages())
                .filteredOn(group -> group.customers() > 0)
                .extracting(Overview.Group::name)
                .containsExactly("AWARENESS", "PURCHASE", "RETENTION", "LOYALTY");
        assertThat(of("2025-01-01").stages()).isEmpty();
    }

    @Test
    void namesWhoBroughtMostInThePeriod() {
        Facts facts = new Facts(jdbc);
        long ada = facts.customer("Ada");
        facts.purchase(ada, "2026-01-01", "100");
        facts.purchase(ada, "2026-01-02", "-60");
        facts.purchase(facts.customer("Bob"), "2026-01-01", "50");
        facts.purchase(facts.customer("Cid"), "2024-01-01", "500");

        List<Overview.Top> top = new OverviewQuery(jdbc).top(Span.yearTo(LocalDate.parse("2026-02-01")), 5);

        assertThat(top).extracting(Overview.Top::name).containsExactly("Bob", "Ada");
        assertThat(top.get(1).purchases()).isEqualTo(1);
    }

    private Overview of(String day) {
        return Overview.of(List.of(), List.of(), new OverviewQuery(jdbc).standings(LocalDate.parse(day)));
    }
}

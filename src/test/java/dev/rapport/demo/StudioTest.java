package dev.rapport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.account.SetUp;
import dev.rapport.customer.CustomerSummaries;
import dev.rapport.testing.DatabaseTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Has a context of its own, for the profile. */
@DatabaseTest
@ActiveProfiles("demo")
class StudioTest {
    @Autowired
    private Studio studio;

    @Autowired
    private SetUp setUp;

    @Autowired
    private CustomerSummaries summaries;

    @Autowired
    private JdbcClient jdbc;

    private long count(String of) {
        return jdbc.sql("SELECT count(*) FROM " + of).query(Long.class).single();
    }

    @Test
    void isABelievableBusinessOfTwoYears() {
        emptied();
        studio.open(DemoStart.EMAIL, DemoStart.PASSWORD);
        assertThat(count("customer")).isBetween(170L, 190L);
        assertThat(count("purchase")).isBetween(700L, 1200L);
        assertThat(count("purchase WHERE refund_of IS NOT NULL")).isBetween(12L, 60L);
        assertThat(count("purchase WHERE currency <> 'EUR'")).isBetween(15L, 120L);
        assertThat(count("answer")).isBetween(230L, 400L);
        assertThat(count("interaction")).isBetween(500L, 1500L);
        assertThat(count("task")).isEqualTo(20);
        assertThat(count("timeline_entry")).isEqualTo(count("purchase") + count("answer") + count("interaction"));
        assertThat(count("(SELECT DISTINCT stage FROM customer) s")).isEqualTo(6);
        assertThat(jdbc.sql("""
                        SELECT bool_and(day <= current_date + 1) FROM (
                          SELECT purchased_on AS day FROM purchase UNION ALL SELECT answered_on FROM answer
                          UNION ALL SELECT changed_on FROM stage_change) facts""").query(Boolean.class).single()).isTrue();
        List<Map<String, Object>> kept = summary();
        summaries.rebuildAll();
        assertThat(summary()).isEqualTo(kept);
        assertThat(setUp.isDone()).isTrue();
    }

    private void emptied() {
        jdbc.sql("TRUNCATE account, business CASCADE").update();
    }

    private List<Map<String, Object>> summary() {
        return jdbc.sql("SELECT * FROM customer_summary ORDER BY customer_id")
                .query()
                .listOfRows();
    }
}

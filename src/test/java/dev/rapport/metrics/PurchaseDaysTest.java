package dev.rapport.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testing.DatabaseTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of purchase days follows whatever happens to purchases, as if it were made anew. */
@DatabaseTest
class PurchaseDaysTest {

    private static final String ANEW = """
            SELECT customer_id, day, lag(day) OVER w AS previous_day, lead(day) OVER w AS next_day,
                   first_value(day) OVER w AS first_day,
                   greatest(90, coalesce((
                     SELECT floor(3 * percentile_cont(0.5) WITHIN GROUP (ORDER BY gap)) FROM (
                       SELECT e.day - lag(e.day) OVER (ORDER BY e.day) AS gap FROM days e
                       WHERE e.customer_id = d.customer_id AND e.day <= d.day) gaps), 90))::integer AS reach
            FROM days d WINDOW w AS (PARTITION BY customer_id ORDER BY day)
            """;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void followEveryKindOfChange() {
        Facts facts = new Facts(jdbc);
        Random random = new Random(7);
        List<Long> customers = List.of(facts.customer("Ada"), facts.customer("Bob"), facts.customer("Cid"));
        for (int i = 0; i < 120; i++) {
            long customer = customers.get(random.nextInt(3));
            String day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900)).toString();
            facts.purchase(customer, day, random.nextInt(5) == 0 ? "-1" : "10");
            if (i % 10 == 3) {
                jdbc.sql("DELETE FROM purchase WHERE id = (SELECT min(id) FROM purchase)")
                        .update();
            }
            if (i % 10 == 6) {
                jdbc.sql(
                                "UPDATE purchase SET customer_id = ?, purchased_on = purchased_on + 40 WHERE id = (SELECT max(id) FROM purchase)")
                        .param(customers.get(0))
                        .update();
            }
        }
        assertSame();

        jdbc.sql("""
                INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                SELECT c.id, date '2023-06-01' + 50 * i, 1, 'USD', 1, 1, now() FROM customer c, generate_series(1, 20) i
                """).update();
        assertSame();

        jdbc.sql("DELETE FROM customer WHERE id = ?").param(customers.get(1)).update();
        jdbc.sql("DELETE FROM purchase WHERE amount = 10").update();
        assertSame();
        assertThat(jdbc.sql("SELECT count(*) FROM purchase_day")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    private void assertSame() {
        String days =
                "WITH days AS (SELECT customer_id, purchased_on AS day FROM purchase WHERE amount >= 0 GROUP BY 1, 2) ";
        assertThat(jdbc.sql(days + ANEW + " ORDER BY customer_id, day").query().listOfRows())
                .isEqualTo(jdbc.sql(
                                "SELECT customer_id, day, previous_day, next_day, first_day, reach FROM purchase_day ORDER BY customer_id, day")
                        .query()
                        .listOfRows());
    }
}

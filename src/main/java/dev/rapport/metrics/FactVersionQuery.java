package dev.rapport.metrics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whether anything has changed that the dashboard's figures rest on. */
@Component
public class FactVersionQuery {

    /** Two that are equal saw the same purchases, answers, customers, stages, products and fits. */
    public record FactVersion(long changes, long transaction) {}

    private final JdbcClient jdbc;

    FactVersionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public FactVersion now() {
        return jdbc.sql(
                        "SELECT coalesce(sum(changes), 0) AS changes, coalesce(max(transaction), 0) AS transaction FROM fact_change")
                .query(FactVersion.class)
                .single();
    }

    /** Adds the changes up into one row; those that aren't committed yet stay apart. */
    void addUp() {
        jdbc.sql("""
                WITH gone AS (DELETE FROM fact_change RETURNING changes, transaction)
                INSERT INTO fact_change SELECT sum(changes), max(transaction) FROM gone HAVING count(*) > 0
                """).update();
    }
}

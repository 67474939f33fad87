package dev.rapport.metrics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whether anything has changed that the dashboard's figures rest on. */
@Component
public class FactVersionQuery {

    /** Two that are equal saw the same purchases, answers, customers, stages, products, costs and fits. */
    public record FactVersion(long changes, long transaction) {}

    /** @param many whether there is so much to add up that a page rather shows what was known before */
    public record Facts(FactVersion version, boolean many) {}

    private static final long MANY = 200_000;

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

    /** How many there are, as the database last counted them: a guess is enough. */
    public Facts facts() {
        return jdbc.sql("""
                        SELECT coalesce(sum(changes), 0) AS changes, coalesce(max(transaction), 0) AS transaction,
                               (SELECT coalesce(sum(greatest(reltuples, 0)), 0) FROM pg_class
                                WHERE oid IN ('purchase'::regclass, 'answer'::regclass)) > :many AS many
                        FROM fact_change""")
                .param("many", MANY)
                .query((row, number) -> new Facts(
                        new FactVersion(row.getLong("changes"), row.getLong("transaction")), row.getBoolean("many")))
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

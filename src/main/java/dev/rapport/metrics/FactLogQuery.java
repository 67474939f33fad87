package dev.rapport.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The facts of those customers who have changed since a snapshot of the database, as they are and as they were then. The
 * rows of then are those of now without what has come and with what has gone.
 */
@Component
class FactLogQuery {

    /** @param sound whether the log explains how the rows of then became those of now */
    record Changed(Set<Long> customers, CustomerGroup now, CustomerGroup then, boolean sound) {}

    /** A table that figures rest on, with the columns that its triggers log. */
    private record Source(String table, String customer, String columns, String condition) {

        private static Source of(String table, String customer, String columns) {
            return new Source(table, customer, columns, "true");
        }

        private String current() {
            String names = List.of(columns.split(", ")).stream()
                    .map(column -> column.substring(0, column.indexOf(' ')))
                    .collect(Collectors.joining(", "));
            return "SELECT '%s' AS source, to_jsonb(r) AS image FROM (SELECT %s FROM %s WHERE %s = ANY (CAST(:customers AS bigint[])) AND %s) r"
                    .formatted(table, names, table, customer, condition);
        }

        private String standIn(String when) {
            return "%s AS (SELECT * FROM jsonb_to_recordset(CAST(:%s_%s AS jsonb)) AS r (%s))"
                    .formatted(table, table, when, columns);
        }
    }

    private static final List<Source> SOURCES = List.of(
            Source.of("customer", "id", "id bigint, source text, stage text, acquired_on date"),
            Source.of("stage_change", "customer_id", "id bigint, customer_id bigint, stage text, changed_on date"),
            Source.of(
                    "purchase",
                    "customer_id",
                    "id bigint, customer_id bigint, purchased_on date, amount numeric, base_amount numeric, cost numeric, rate numeric, product_id bigint, refund_of bigint"),
            Source.of(
                    "purchase_day",
                    "customer_id",
                    "customer_id bigint, day date, previous_day date, next_day date, first_day date, reach integer, until date"),
            new Source(
                    "answer",
                    "customer_id",
                    "id bigint, customer_id bigint, survey text, score smallint, answered_on date",
                    "survey = 'NPS'"));

    private static final String NEWS = """
            FROM fact_log WHERE transaction >= pg_snapshot_xmin(CAST(:snapshot AS pg_snapshot))
              AND NOT pg_visible_in_snapshot(transaction, CAST(:snapshot AS pg_snapshot))
            """;

    private static final String ROWS =
            """
            WITH now AS MATERIALIZED (%s), earlier AS (
              SELECT source, image, sum(n) AS n
              FROM (SELECT source, image, 1 AS n FROM now UNION ALL SELECT source, image, -sign %s) found
              GROUP BY source, image HAVING sum(n) <> 0
            )
            SELECT source || '_now' AS what, jsonb_agg(image)::text AS found, true AS sound FROM now GROUP BY source
            UNION ALL SELECT source || '_then', jsonb_agg(image)::text, bool_and(n = 1) FROM earlier GROUP BY source
            """.formatted(SOURCES.stream().map(Source::current).collect(Collectors.joining(" UNION ALL ")), NEWS);

    private final JdbcClient jdbc;

    FactLogQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the transaction in which it was found that the log reaches back to the snapshot. */
    Changed since(String snapshot) {
        Map<String, Object> rows = new HashMap<>();
        Set<Long> customers = Set.copyOf(jdbc.sql("SELECT DISTINCT customer_id " + NEWS)
                .param("snapshot", snapshot)
                .query(Long.class)
                .list());
        boolean[] sound = {true};
        SOURCES.forEach(source -> {
            rows.put(source.table() + "_now", "[]");
            rows.put(source.table() + "_then", "[]");
        });
        jdbc.sql(ROWS)
                .param("snapshot", snapshot)
                .param("customers", customers.toArray(Long[]::new))
                .query(row -> {
                    rows.put(row.getString("what"), row.getString("found"));
                    sound[0] &= row.getBoolean("sound");
                });
        return new Changed(customers, group("now", rows), group("then", rows), sound[0]);
    }

    private static CustomerGroup group(String when, Map<String, Object> rows) {
        return new CustomerGroup(
                "",
                "",
                Map.copyOf(rows),
                SOURCES.stream().map(source -> source.standIn(when)).collect(Collectors.joining(", ")));
    }
}

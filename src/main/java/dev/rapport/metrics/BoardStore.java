package dev.rapport.metrics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the sums of dashboards, each with the snapshot of the database that they were taken from. */
@Component
class BoardStore {

    /**
     * @param snapshot what was committed when the sums were taken, as PostgreSQL writes it
     * @param madeAt when that was
     * @param took milliseconds when everything was read last
     * @param news whether they aren't stored yet
     * @param stale whether facts have changed since
     */
    record Kept(Sums sums, Ranking ranking, String snapshot, Instant madeAt, long took, boolean news, boolean stale) {
        Kept asStale() {
            return new Kept(sums, ranking, snapshot, madeAt, took, news, true);
        }
    }

    /** @param followable whether few enough changes are logged since */
    record Found(@Nullable Kept kept, String now, long changes, boolean followable) {}

    private record Stored(Map<String, BigDecimal> sums, Ranking ranking) {}

    private static final int FOLLOWED = 5000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BoardStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Within a transaction that sees one snapshot: then it is the one that is named. */
    Found find(BoardScope scope) {
        return jdbc.sql("""
                        SELECT n.now::text AS now, s.snapshot::text AS snapshot, s.sums::text AS sums, s.made_at, s.took,
                               coalesce(l.changes, 0) AS changes,
                               s.scope IS NOT NULL AND l.changes <= :followed AND NOT l.reset
                                 AND pg_snapshot_xmin(s.snapshot) >= coalesce((SELECT transaction FROM fact_log_start LIMIT 1), '0'::xid8)
                                 AS followable
                        FROM (SELECT pg_current_snapshot() AS now) n
                        LEFT JOIN dashboard_sums s ON s.scope = :scope AND s.facts = 'purchase'::regclass::oid
                        LEFT JOIN LATERAL (
                          SELECT count(*) AS changes, coalesce(bool_or(customer_id IS NULL), false) AS reset
                          FROM (SELECT customer_id FROM fact_log
                                WHERE transaction >= pg_snapshot_xmin(s.snapshot) AND NOT pg_visible_in_snapshot(transaction, s.snapshot)
                                LIMIT :followed + 1) f) l ON s.scope IS NOT NULL
                        """)
                .param("scope", scope.text())
                .param("followed", FOLLOWED)
                .query((row, number) -> found(row))
                .single();
    }

    boolean has(BoardScope scope) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM dashboard_sums WHERE scope = ? AND facts = 'purchase'::regclass::oid)")
                .param(scope.text())
                .query(Boolean.class)
                .single();
    }

    /** Sums of an older snapshot never replace newer ones. */
    void save(BoardScope scope, Kept kept, Instant askedAt) {
        jdbc.sql("""
                        INSERT INTO dashboard_sums AS known (scope, facts, snapshot, made_at, took, sums, asked_at)
                        VALUES (:scope, 'purchase'::regclass::oid, CAST(:snapshot AS pg_snapshot), :madeAt, :took,
                                CAST(:sums AS jsonb), :askedAt)
                        ON CONFLICT (scope) DO UPDATE SET facts = excluded.facts, snapshot = excluded.snapshot,
                          made_at = excluded.made_at, took = excluded.took, sums = excluded.sums,
                          asked_at = greatest(known.asked_at, excluded.asked_at)
                        WHERE known.facts <> excluded.facts
                           OR pg_snapshot_xmax(known.snapshot) <= pg_snapshot_xmax(excluded.snapshot)
                        """)
                .param("scope", scope.text())
                .param("snapshot", kept.snapshot())
                .param("madeAt", kept.madeAt().atOffset(ZoneOffset.UTC))
                .param("took", kept.took())
                .param("askedAt", askedAt.atOffset(ZoneOffset.UTC))
                .param("sums", json.writeValueAsString(new Stored(kept.sums().values(), kept.ranking())))
                .update();
    }

    /** What is kept, with when somebody asked for it last. */
    Map<BoardScope, Instant> scopes() {
        Map<BoardScope, Instant> scopes = new HashMap<>();
        jdbc.sql("SELECT scope, asked_at FROM dashboard_sums").query(row -> {
            Instant askedAt = row.getObject("asked_at", OffsetDateTime.class).toInstant();
            scopes.put(BoardScope.of(row.getString("scope")), askedAt);
        });
        return scopes;
    }

    void drop(BoardScope scope) {
        jdbc.sql("DELETE FROM dashboard_sums WHERE scope = ?")
                .param(scope.text())
                .update();
    }

    /**
     * Forgets changes that all sums have taken in. Sums of an older snapshot than the log then begins with, which somebody
     * may be taking just now, aren't followed.
     */
    void shortenLog() {
        jdbc.sql("DELETE FROM fact_log_start").update();
        jdbc.sql("""
                WITH start AS (
                  INSERT INTO fact_log_start SELECT least(pg_snapshot_xmin(pg_current_snapshot()), (
                    SELECT pg_snapshot_xmin(snapshot) FROM dashboard_sums ORDER BY 1 LIMIT 1)) RETURNING transaction
                )
                DELETE FROM fact_log l USING start s WHERE l.transaction < s.transaction
                """).update();
    }

    private Found found(ResultSet row) throws SQLException {
        String now = row.getString("now");
        String sums = row.getString("sums");
        if (sums == null) {
            return new Found(null, now, 0, false);
        }
        Stored stored = json.readValue(sums, Stored.class);
        Kept kept = new Kept(
                Sums.of(stored.sums()),
                stored.ranking(),
                row.getString("snapshot"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getLong("took"),
                false,
                false);
        return new Found(kept, now, row.getLong("changes"), row.getBoolean("followable"));
    }
}

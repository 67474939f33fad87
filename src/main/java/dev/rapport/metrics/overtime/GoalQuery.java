package dev.rapport.metrics.overtime;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.overtime.GoalPlan.Direction;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads goals, the next due first. */
@Component
class GoalQuery {

    /** A goal and what its figure was last seen as; null where it never was. */
    record Seen(GoalDetails goal, @Nullable Figure figure) {}

    private final JdbcClient jdbc;
    private final SnapshotQuery snapshots;

    GoalQuery(JdbcClient jdbc, SnapshotQuery snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    Optional<GoalDetails> find(long id) {
        return jdbc.sql("SELECT * FROM goal WHERE id = ?")
                .param(id)
                .query((row, number) -> goal(row))
                .optional();
    }

    Slice<GoalDetails> list(boolean archived, int limit, @Nullable Cursor after) {
        List<GoalDetails> rows = jdbc.sql("SELECT * FROM goal WHERE archived_at IS " + (archived ? "NOT NULL" : "NULL")
                        + " AND (due_on, id) > (:day, :id) ORDER BY due_on, id LIMIT :limit")
                .param("day", after == null ? LocalDate.of(1, 1, 1) : day(after))
                .param("id", after == null ? 0 : after.id())
                .param("limit", limit + 1)
                .query((row, number) -> goal(row))
                .list();
        return Slice.of(rows, limit, goal -> new Cursor(goal.dueOn().toString(), goal.id()));
    }

    boolean anyArchived() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM goal WHERE archived_at IS NOT NULL)")
                .query(Boolean.class)
                .single();
    }

    List<GoalDetails> about(Metric metric) {
        return jdbc.sql("SELECT * FROM goal WHERE archived_at IS NULL AND metric = ? ORDER BY due_on, id LIMIT 20")
                .param(metric.code())
                .query((row, number) -> goal(row))
                .list();
    }

    /** Those still to come before those that are over, with what their figures were last shown as. */
    List<Seen> next(int limit, LocalDate today) {
        return jdbc.sql("""
                        SELECT g.*, s.* FROM (
                          SELECT id AS goal_id, version, metric AS goal_metric, scope AS goal_scope, direction, target, due_on, owner,
                                 why, baseline, baseline_on, created_at, archived_at
                          FROM goal WHERE archived_at IS NULL
                          ORDER BY due_on < :today, CASE WHEN due_on < :today THEN :today - due_on END, due_on, id LIMIT :limit) g
                        LEFT JOIN LATERAL (
                          SELECT * FROM figure_snapshot f
                          WHERE f.metric = g.goal_metric AND f.scope = g.goal_scope AND f.day <= least(:today, g.due_on)
                          ORDER BY f.day DESC LIMIT 1) s ON true
                        ORDER BY g.due_on < :today, g.due_on, g.goal_id
                        """)
                .param("today", today)
                .param("limit", limit)
                .query((row, number) -> new Seen(
                        goal(row, "goal_"),
                        row.getObject("day") == null
                                ? null
                                : snapshots.row(row, number).shown()))
                .list();
    }

    /** Of all goals that aren't put away. */
    List<Subject> subjects() {
        return jdbc.sql("SELECT DISTINCT metric, scope FROM goal WHERE archived_at IS NULL")
                .query((row, number) -> new Subject(Metric.of(row.getString(1)), CustomerGroup.of(row.getString(2))))
                .list();
    }

    private static GoalDetails goal(ResultSet row) throws SQLException {
        return goal(row, "");
    }

    private static GoalDetails goal(ResultSet row, String prefix) throws SQLException {
        return new GoalDetails(
                row.getLong(prefix + "id"),
                row.getInt("version"),
                Metric.of(row.getString(prefix + "metric")),
                row.getString(prefix + "scope"),
                Direction.valueOf(row.getString("direction")),
                row.getBigDecimal("target"),
                row.getObject("due_on", LocalDate.class),
                row.getString("owner"),
                row.getString("why"),
                row.getBigDecimal("baseline"),
                row.getObject("baseline_on", LocalDate.class),
                moment(row, "created_at").orElseThrow(),
                moment(row, "archived_at").orElse(null));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static LocalDate day(Cursor after) {
        try {
            return LocalDate.parse(after.value());
        } catch (DateTimeParseException unreadable) {
            throw new Refused("after", "platform.refused.cursor");
        }
    }
}

package dev.rapport.metrics.overtime;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Interval;
import dev.rapport.metrics.formula.Span;
import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.formula.Unit;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads what was shown. */
@Component
class SnapshotQuery {

    /** What names a list: a figure or all, one day's range or all. */
    record Wanted(
            @Nullable String metric,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private static final BigDecimal LEVEL = new BigDecimal("0.95");
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SnapshotQuery(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A day that was over when its snapshot was taken keeps that one: what was shown doesn't change. */
    Optional<Snapshot> save(
            Subject subject,
            LocalDate day,
            Figure figure,
            String settings,
            String version,
            Instant takenAt,
            Instant endOfDay) {
        Span span = figure.period() == null ? new Span(day, day) : figure.period();
        Interval interval = figure.interval();
        return jdbc.sql("""
                        INSERT INTO figure_snapshot AS s (metric, scope, day, from_day, to_day, as_of, value, unit, currency, n,
                          low, high, standard_error, estimate, formula, reason, settings, fact_version, taken_at)
                        VALUES (:metric, :scope, :day, :from, :to, :asOf, :value, :unit, :currency, :n,
                          :low, :high, :error, :estimate, CAST(:formula AS jsonb), CAST(:reason AS jsonb), :settings, :version, :at)
                        ON CONFLICT (metric, scope, day) DO UPDATE SET
                          from_day = excluded.from_day, to_day = excluded.to_day, as_of = excluded.as_of, value = excluded.value,
                          unit = excluded.unit, currency = excluded.currency, n = excluded.n, low = excluded.low,
                          high = excluded.high, standard_error = excluded.standard_error, estimate = excluded.estimate,
                          formula = excluded.formula, reason = excluded.reason, settings = excluded.settings,
                          fact_version = excluded.fact_version, taken_at = excluded.taken_at
                        WHERE s.taken_at < :over
                        RETURNING *""")
                .param("metric", subject.metric().code())
                .param("scope", subject.group().name())
                .param("day", day)
                .param("from", span.from())
                .param("to", span.to())
                .param("asOf", figure.asOf() == null ? span.to() : figure.asOf())
                .param("value", figure.value(), Types.NUMERIC)
                .param("unit", figure.unit().name())
                .param("currency", figure.currency(), Types.VARCHAR)
                .param("n", figure.n(), Types.BIGINT)
                .param("low", interval == null ? null : interval.low(), Types.NUMERIC)
                .param("high", interval == null ? null : interval.high(), Types.NUMERIC)
                .param("error", figure.standardError(), Types.NUMERIC)
                .param("estimate", figure.estimate())
                .param("formula", json.writeValueAsString(figure.formula()))
                .param(
                        "reason",
                        figure.reason() == null ? null : json.writeValueAsString(figure.reason()),
                        Types.VARCHAR)
                .param("settings", settings)
                .param("version", version)
                .param("at", takenAt.atOffset(ZoneOffset.UTC))
                .param("over", endOfDay.atOffset(ZoneOffset.UTC))
                .query(this::row)
                .optional();
    }

    /** The latest first. */
    Slice<Snapshot> list(Wanted wanted, int limit, @Nullable Cursor after) {
        String only = wanted.metric() == null ? "" : " AND metric = :metric";
        List<Snapshot> rows = jdbc.sql("SELECT * FROM figure_snapshot WHERE day BETWEEN :from AND :to" + only
                        + " AND (day, id) < (:day, :id) ORDER BY day DESC, id DESC LIMIT :limit")
                .param("metric", wanted.metric(), Types.VARCHAR)
                .param("from", wanted.from() == null ? FIRST : wanted.from())
                .param("to", wanted.to() == null ? LAST : wanted.to())
                .param("day", after == null ? LAST : day(after))
                .param("id", after == null ? Long.MAX_VALUE : after.id())
                .param("limit", limit + 1)
                .query(this::row)
                .list();
        return Slice.of(rows, limit, row -> new Cursor(row.day().toString(), row.id()));
    }

    private static LocalDate day(Cursor after) {
        try {
            return LocalDate.parse(after.value());
        } catch (DateTimeParseException unreadable) {
            throw new Refused("after", "platform.refused.cursor");
        }
    }

    /** For each of the days the last one up to it, the latest first. */
    List<Snapshot> upTo(Metric metric, CustomerGroup group, List<LocalDate> days) {
        return jdbc.sql("""
                        SELECT DISTINCT s.* FROM unnest(CAST(:days AS date[])) d, LATERAL (
                          SELECT * FROM figure_snapshot WHERE metric = :metric AND scope = :scope AND day <= d
                          ORDER BY day DESC LIMIT 1) s
                        ORDER BY s.day DESC""")
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("metric", metric.code())
                .param("scope", group.name())
                .query(this::row)
                .list();
    }

    Snapshot row(ResultSet row, int number) throws SQLException {
        Span span = new Span(row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class));
        BigDecimal low = row.getBigDecimal("low");
        BigDecimal high = row.getBigDecimal("high");
        Text reason = text(row.getString("reason"));
        Figure shown = new Figure(
                row.getBigDecimal("value"),
                Unit.valueOf(row.getString("unit")),
                row.getString("currency"),
                row.getObject("n", Long.class),
                low == null || high == null ? null : new Interval(low, high, LEVEL),
                row.getBigDecimal("standard_error"),
                span,
                row.getObject("as_of", LocalDate.class),
                json.readValue(row.getString("formula"), Text.class),
                Map.of(),
                reason,
                row.getBoolean("estimate"));
        return new Snapshot(
                row.getLong("id"),
                row.getString("metric"),
                row.getString("scope"),
                row.getObject("day", LocalDate.class),
                shown,
                row.getString("settings"),
                row.getString("fact_version"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant());
    }

    private @Nullable Text text(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, Text.class);
    }
}

package dev.rapport.exchange.restore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows about rehearsals. */
@Component
@Transactional
class RehearsalRuns {
    private final JdbcClient jdbc;
    private final Clock clock;

    RehearsalRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long begin(@Nullable String fileName) {
        return jdbc.sql("INSERT INTO rehearsal (file_name, started_at) VALUES (:file, :now) RETURNING id")
                .param("file", fileName, Types.VARCHAR)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    void done(long id, int tables, long rows, List<String> differing) {
        jdbc.sql(
                        "UPDATE rehearsal SET finished_at = :now, tables = :tables, rows = :rows, differing = :differing WHERE id = :id")
                .param("id", id)
                .param("now", now())
                .param("tables", tables)
                .param("rows", rows)
                .param("differing", differing.toArray(String[]::new))
                .update();
    }

    void failed(long id, String key, String detail) {
        jdbc.sql("UPDATE rehearsal SET finished_at = :now, failure = :key, detail = :detail WHERE id = :id")
                .param("id", id)
                .param("now", now())
                .param("key", key)
                .param("detail", detail)
                .update();
    }

    /** Those that a kill cut off: nothing of them remains but this row. */
    void forgetCutOff() {
        jdbc.sql("DELETE FROM rehearsal WHERE finished_at IS NULL").update();
    }

    /** The last that has ended. */
    @Transactional(readOnly = true)
    Optional<Rehearsal> last() {
        return jdbc.sql("SELECT * FROM rehearsal WHERE finished_at IS NOT NULL ORDER BY id DESC LIMIT 1")
                .query(RehearsalRuns::rehearsal)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Rehearsal rehearsal(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Rehearsal(
                row.getLong("id"),
                row.getString("file_name"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getObject("tables", Integer.class),
                row.getObject("rows", Long.class),
                List.of((String[]) row.getArray("differing").getArray()),
                row.getString("failure"),
                row.getString("detail"));
    }
}

package dev.rapport.exchange;

import dev.rapport.exchange.source.ImportKind;
import dev.rapport.exchange.source.Mapping;
import dev.rapport.exchange.source.Reason;
import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.LoggedChange;
import dev.rapport.platform.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rows about imports. An import's own work is one transaction; what is said of it meanwhile is written in others. */
@Component
@Transactional
class ImportRecords {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ChangeLog log;
    private final Clock clock;

    ImportRecords(JdbcClient jdbc, JsonMapper json, ChangeLog log, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.log = log;
        this.clock = clock;
    }

    long add(
            @Nullable Long accountId,
            ImportKind kind,
            Upload upload,
            Mapping mapping,
            boolean dryRun,
            ImportState state) {
        return jdbc.sql("""
                        INSERT INTO import (account_id, kind, file_name, stored_as, size, mapping, dry_run, state, created_at)
                        VALUES (:account, :kind, :fileName, :storedAs, :size, CAST(:mapping AS jsonb), :dryRun, :state, :now)
                        RETURNING id""")
                .param("account", accountId, java.sql.Types.BIGINT)
                .param("kind", kind.name())
                .param("fileName", upload.fileName())
                .param("storedAs", upload.storedAs())
                .param("size", upload.size())
                .param("mapping", json.writeValueAsString(mapping))
                .param("dryRun", dryRun)
                .param("state", state.name())
                .param("now", now())
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    ImportDetails get(long id) {
        return jdbc.sql("SELECT * FROM import WHERE id = :id")
                .param("id", id)
                .query(this::details)
                .optional()
                .orElseThrow(() -> new NotFound("import", id));
    }

    /** Holds back whoever else would move it on. */
    ImportDetails lock(long id) {
        return jdbc.sql("SELECT * FROM import WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(this::details)
                .optional()
                .orElseThrow(() -> new NotFound("import", id));
    }

    @Transactional(readOnly = true)
    List<ImportDetails> latest(int limit, long before) {
        return jdbc.sql("SELECT * FROM import WHERE state <> 'DRAFT' AND id < :before ORDER BY id DESC LIMIT :limit")
                .param("before", before)
                .param("limit", limit)
                .query(this::details)
                .list();
    }

    /** Those not ended yet, the oldest first: after a restart they begin anew, since nothing of them was kept. */
    @Transactional(readOnly = true)
    List<Long> open() {
        return jdbc.sql("SELECT id FROM import WHERE state IN ('QUEUED', 'RUNNING') ORDER BY id")
                .query(Long.class)
                .list();
    }

    /** Moves on from a state it must be in; false when it isn't, as when somebody else was first. */
    boolean move(long id, ImportState from, ImportState to) {
        return jdbc.sql("""
                        UPDATE import SET state = :to, started_at = CASE WHEN :to = 'RUNNING' THEN :now ELSE started_at END
                        WHERE id = :id AND state = :from""")
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("now", now())
                        .update()
                == 1;
    }

    void rewrite(long id, ImportKind kind, Mapping mapping) {
        jdbc.sql("UPDATE import SET kind = :kind, mapping = CAST(:mapping AS jsonb) WHERE id = :id AND state = 'DRAFT'")
                .param("id", id)
                .param("kind", kind.name())
                .param("mapping", json.writeValueAsString(mapping))
                .update();
    }

    /** @throws ImportStopped when it was stopped from elsewhere meanwhile; in its own transaction that takes all of it back */
    void done(long id, Counts counts) {
        int ended = jdbc.sql("""
                        UPDATE import SET state = 'DONE', finished_at = :now, created = :created, updated = :updated,
                          unchanged = :unchanged, rejected = :rejected, customers_created = :customersCreated,
                          passed_over = :passedOver
                        WHERE id = :id AND state = 'RUNNING'""")
                .param("id", id)
                .param("now", now())
                .param("created", counts.created())
                .param("updated", counts.updated())
                .param("unchanged", counts.unchanged())
                .param("rejected", counts.rejected())
                .param("customersCreated", counts.customersCreated())
                .param("passedOver", counts.passedOver())
                .update();
        if (ended == 0) {
            throw new ImportStopped();
        }
    }

    void failed(long id, Reason reason) {
        jdbc.sql("""
                        UPDATE import SET state = 'FAILED', finished_at = :now, failure_key = :key, failure_args = :args
                        WHERE id = :id AND state = 'RUNNING'""")
                .param("id", id)
                .param("now", now())
                .param("key", reason.key())
                .param("args", reason.arguments().toArray(String[]::new))
                .update();
    }

    void undone(long id) {
        jdbc.sql("UPDATE import SET state = 'UNDONE', finished_at = :now WHERE id = :id")
                .param("id", id)
                .param("now", now())
                .update();
    }

    /** One entry for all of it: its rows carry its number themselves. */
    void log(ImportDetails details, LoggedChange.Action action) {
        log.noted(
                "import",
                details.id(),
                null,
                action,
                json.writeValueAsString(Map.of(
                        "import",
                        List.of(Map.of("id", details.id(), "file_name", details.fileName(), "kind", details.kind())))));
    }

    @Transactional(readOnly = true)
    List<RejectedRow> rejected(long id, int limit, long afterLine) {
        return jdbc.sql("""
                        SELECT line, field, key, args FROM import_rejection
                        WHERE import_id = :id AND line > :after ORDER BY line LIMIT :limit""")
                .param("id", id)
                .param("after", afterLine)
                .param("limit", limit)
                .query((row, n) -> new RejectedRow(
                        row.getLong("line"),
                        new Reason(row.getString("field"), row.getString("key"), texts(row, "args"))))
                .list();
    }

    void keep(long id, List<RejectedRow> rows) {
        for (RejectedRow row : rows) {
            jdbc.sql(
                            "INSERT INTO import_rejection (import_id, line, field, key, args) VALUES (:id, :line, :field, :key, :args)")
                    .param("id", id)
                    .param("line", row.line())
                    .param("field", row.reason().field(), java.sql.Types.VARCHAR)
                    .param("key", row.reason().key())
                    .param("args", row.reason().arguments().toArray(String[]::new))
                    .update();
        }
    }

    private ImportDetails details(ResultSet row, int n) throws SQLException {
        long account = row.getLong("account_id");
        Long accountId = row.wasNull() ? null : (Long) account;
        return new ImportDetails(
                row.getLong("id"),
                accountId,
                ImportKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getString("stored_as"),
                row.getLong("size"),
                json.readValue(row.getString("mapping"), Mapping.class),
                row.getBoolean("dry_run"),
                ImportState.valueOf(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                new Counts(
                        row.getInt("created"),
                        row.getInt("updated"),
                        row.getInt("unchanged"),
                        row.getInt("rejected"),
                        row.getInt("customers_created"),
                        row.getInt("passed_over")),
                row.getString("failure_key"),
                texts(row, "failure_args"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

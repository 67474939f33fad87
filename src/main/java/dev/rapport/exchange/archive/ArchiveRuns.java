package dev.rapport.exchange.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows about runs and the settings of archives. */
@Component
@Transactional
class ArchiveRuns {
    private final JdbcClient jdbc;
    private final Clock clock;

    ArchiveRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long begin(ArchiveReason reason) {
        return begin(reason, clock.instant());
    }

    long begin(ArchiveReason reason, Instant startedAt) {
        return jdbc.sql("INSERT INTO archive (reason, started_at) VALUES (:reason, :at) RETURNING id")
                .param("reason", reason.name())
                .param("at", startedAt.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void done(long id, WrittenArchive written) {
        jdbc.sql("""
                        UPDATE archive SET finished_at = :now, file_name = :file, bytes = :bytes, customers = :customers,
                          rows = :rows, host = :host, folder = :folder, failure = NULL WHERE id = :id""")
                .param("host", HostName.get())
                .param("folder", folderOf(written))
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("file", written.file().getFileName().toString())
                .param("bytes", written.bytes())
                .param("customers", written.manifest().rows("customer"))
                .param("rows", written.manifest().rows())
                .update();
    }

    private static String folderOf(WrittenArchive written) {
        return Objects.requireNonNull(written.file().toAbsolutePath().getParent())
                .toString();
    }

    void failed(long id, ArchiveFailed failure) {
        jdbc.sql("UPDATE archive SET finished_at = :now, failure = :key, detail = :detail WHERE id = :id")
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("key", failure.key())
                .param("detail", failure.detail())
                .update();
    }

    void copied(long id, @Nullable String folder, @Nullable String failure) {
        jdbc.sql("UPDATE archive SET copied_to = :folder, copy_failure = :failure WHERE id = :id")
                .param("id", id)
                .param("folder", folder, Types.VARCHAR)
                .param("failure", failure, Types.VARCHAR)
                .update();
    }

    /** Those that a kill cut off: nothing of them remains but this row. */
    void endCutOff() {
        jdbc.sql("UPDATE archive SET finished_at = :now, failure = 'archive.failed.cut-off' WHERE finished_at IS NULL")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional(readOnly = true)
    Optional<ArchiveRun> last() {
        return jdbc.sql(
                        "SELECT * FROM archive WHERE finished_at IS NOT NULL ORDER BY finished_at DESC, id DESC LIMIT 1")
                .query(ArchiveRuns::run)
                .optional();
    }

    /** The last that went well, wherever it lies. */
    @Transactional(readOnly = true)
    Optional<ArchiveRun> lastWritten() {
        return jdbc.sql("SELECT * FROM archive WHERE file_name IS NOT NULL ORDER BY started_at DESC, id DESC LIMIT 1")
                .query(ArchiveRuns::run)
                .optional();
    }

    /** When there last was an archive, or somebody first had something to lose; null before that. */
    @Transactional(readOnly = true)
    @Nullable
    Instant lastGood() {
        return jdbc.sql("""
                        SELECT coalesce(
                          (SELECT max(started_at) FROM archive WHERE file_name IS NOT NULL),
                          (SELECT min(created_at) FROM account))""")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /** Those that wrote these files. */
    @Transactional(readOnly = true)
    List<ArchiveRun> of(Collection<String> fileNames) {
        return jdbc.sql("SELECT * FROM archive WHERE file_name = ANY(:names) ORDER BY id")
                .param("names", fileNames.toArray(String[]::new))
                .query(ArchiveRuns::run)
                .list();
    }

    @Transactional(readOnly = true)
    ArchiveSettings settings() {
        return jdbc.sql("SELECT hour, second_folder FROM archive_setting")
                .query(ArchiveSettings.class)
                .optional()
                .orElse(ArchiveSettings.UNCHANGED);
    }

    void change(ArchiveSettings wanted) {
        jdbc.sql("""
                        INSERT INTO archive_setting (id, hour, second_folder) VALUES (1, :hour, :folder)
                        ON CONFLICT (id) DO UPDATE SET hour = excluded.hour, second_folder = excluded.second_folder""")
                .param("hour", wanted.hour())
                .param("folder", wanted.secondFolder(), Types.VARCHAR)
                .update();
    }

    private static ArchiveRun run(ResultSet row, int number) throws SQLException {
        Instant started = row.getObject("started_at", OffsetDateTime.class).toInstant();
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new ArchiveRun(
                row.getLong("id"),
                ArchiveReason.valueOf(row.getString("reason")),
                started,
                finished == null ? null : finished.toInstant(),
                row.getString("file_name"),
                row.getObject("bytes", Long.class),
                row.getObject("customers", Long.class),
                row.getObject("rows", Long.class),
                row.getString("failure"),
                row.getString("detail"),
                row.getString("copied_to"),
                row.getString("copy_failure"),
                row.getString("host"),
                row.getString("folder"));
    }
}

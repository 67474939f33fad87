package dev.rapport.exchange;

import dev.rapport.exchange.source.Field;
import dev.rapport.exchange.source.FilePlan;
import dev.rapport.exchange.source.Reason;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** The temporary table that an import's rows are copied into, gone with its transaction. Rows that stay out leave it for the rejected. */
final class Staging {
    static final String TABLE = "staged";
    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);
    private static final int CHUNK = 1 << 16;
    private static final int REJECTED_AT_ONCE = 1000;

    private final JdbcTemplate jdbc;
    private final PGConnection connection;
    private final long importId;
    /** Those that the file has; all others stay null. */
    private final List<Field> fields;

    private final CopyText text = new CopyText();
    private final List<Object[]> rejected = new ArrayList<>();
    private @Nullable CopyIn copy;

    Staging(DataSource database, long importId, FilePlan plan) {
        this.jdbc = new JdbcTemplate(database);
        this.importId = importId;
        List<Field> all = Field.of(plan.kind()).stream().filter(Field::isStored).toList();
        this.fields =
                all.stream().filter(it -> it == Field.NAME || plan.has(it)).toList();
        try {
            this.connection = DataSourceUtils.getConnection(database).unwrap(PGConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String columns =
                all.stream().map(it -> it.column() + " " + it.sqlType()).collect(Collectors.joining(", "));
        jdbc.execute("""
                CREATE TEMPORARY TABLE staged (
                  row_no bigint, %s, email_normalized text, phone_normalized text,
                  emails_normalized text[], phones_normalized text[],
                  customer_id bigint, is_new boolean, refused_key text, refused_args text[]) ON COMMIT DROP""".formatted(columns));
    }

    /** Ends the statement being run; may be called from another thread. */
    void cancel() {
        try {
            connection.cancelQuery();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(StagedPerson staged) {
        text.add(staged.row().line());
        for (Field field : fields) {
            text.add(staged.row().get(field));
        }
        text.add(staged.emailNormalized());
        text.add(staged.phoneNormalized());
        text.add(staged.emailsNormalized());
        text.add(staged.phonesNormalized());
        text.endRow();
        if (text.length() > CHUNK) {
            send();
        }
    }

    void reject(long line, Reason reason) {
        rejected.add(new Object[] {
            importId, line, reason.field(), reason.key(), reason.arguments().toArray(String[]::new)
        });
        if (rejected.size() >= REJECTED_AT_ONCE) {
            finish();
        }
    }

    /** After the last row: the table has all of them, and the planner knows how many. */
    void close() {
        finish();
        jdbc.execute("ANALYZE staged");
    }

    /** To be called when reading breaks off: the connection serves nothing else, not even a rollback, while a copy is open. */
    void breakOff() {
        try {
            if (copy != null && copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            LOG.warn("The copy of an import that broke off could not be ended", e);
        }
    }

    /** Rows marked as refused leave the table. */
    void dropRefused(String field, String args) {
        jdbc.update("""
                WITH gone AS (DELETE FROM staged WHERE refused_key IS NOT NULL RETURNING *)
                INSERT INTO import_rejection (import_id, line, field, key, args)
                SELECT ?, row_no, %s, refused_key, %s FROM gone""".formatted(field, args), importId);
    }

    private void finish() {
        send();
        try {
            if (copy != null) {
                copy.endCopy();
                copy = null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        jdbc.batchUpdate(
                "INSERT INTO import_rejection (import_id, line, field, key, args) VALUES (?, ?, ?, ?, ?)", rejected);
        rejected.clear();
    }

    private void send() {
        if (text.length() == 0) {
            return;
        }
        try {
            if (copy == null) {
                copy = connection
                        .getCopyAPI()
                        .copyIn(
                                "COPY staged (row_no, %s, email_normalized, phone_normalized, emails_normalized, phones_normalized) FROM STDIN"
                                        .formatted(fields.stream()
                                                .map(Field::column)
                                                .collect(Collectors.joining(", "))));
            }
            byte[] bytes = text.take();
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

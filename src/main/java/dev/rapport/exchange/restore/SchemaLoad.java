package dev.rapport.exchange.restore;

import dev.rapport.exchange.archive.ArchiveFile;
import dev.rapport.exchange.archive.Manifest;
import dev.rapport.exchange.restore.CannotRestore.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

/**
 * Fills the tables of a scratch schema. Foreign keys and indexes are dropped, to be made anew once over all rows: that is
 * faster by far, and a key made anew is checked against every row. Triggers stay quiet, for what they would write is in
 * the archive too.
 */
final class SchemaLoad {
    private static final int BUFFER = 1 << 16;

    private static final String INDEXES = """
            SELECT %s FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = current_schema()::regnamespace
              AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
            ORDER BY c.relname""";

    private static final String FOREIGN_KEYS = """
            SELECT format('ALTER TABLE %%I ', c.relname) || %s
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace AND k.conparentid = 0
            ORDER BY c.relname, k.conname""";

    private static final String SEQUENCES =
            "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'S'";

    private final ArchiveFile archive;
    private final Manifest manifest;
    private final Sql sql;
    private final RestoreProgress progress;

    SchemaLoad(ArchiveFile archive, ScratchSchema schema, RestoreProgress progress) {
        this.archive = archive;
        this.manifest = archive.manifest();
        this.sql = new Sql(schema.holder());
        this.progress = progress;
    }

    /** In one transaction. */
    void run() throws SQLException, IOException {
        sql.connection().setAutoCommit(false);
        sql.execute(
                "SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC'; SET LOCAL intervalstyle = 'postgres';"
                        + " SET LOCAL maintenance_work_mem = '64MB'; SET LOCAL statement_timeout = 0");
        List<String> again = new ArrayList<>();
        again.addAll(sql.texts(INDEXES.formatted("pg_get_indexdef(i.indexrelid)")));
        again.addAll(sql.texts(
                FOREIGN_KEYS.formatted("format('ADD CONSTRAINT %I ', k.conname) || pg_get_constraintdef(k.oid)")));
        sql.executeAll(sql.texts(FOREIGN_KEYS.formatted("format('DROP CONSTRAINT %I', k.conname)")));
        sql.executeAll(sql.texts(INDEXES.formatted("format('DROP INDEX %I', c.relname)")));
        loadTables();
        progress.begin(RestoreProgress.Step.INDEXING, again.size());
        for (String each : again) {
            sql.execute(each);
            progress.add(1);
        }
        setSequences();
        sql.connection().commit();
        sql.connection().setAutoCommit(true);
    }

    private void loadTables() throws SQLException, IOException {
        progress.begin(
                RestoreProgress.Step.LOADING,
                manifest.tables().stream().mapToLong(Manifest.Table::bytes).sum());
        List<String> names =
                manifest.tables().stream().map(Manifest.Table::name).toList();
        for (String name : names) {
            sql.execute("ALTER TABLE " + Sql.name(name) + " DISABLE TRIGGER USER");
        }
        if (!names.isEmpty()) {
            // a migration may have put rows into a table, which are in the archive as the founder left them
            sql.execute("TRUNCATE " + Sql.names(names));
        }
        for (Manifest.Table table : manifest.tables()) {
            if (load(table) != table.rows()) {
                throw new CannotRestore(Reason.DAMAGED, table.entry());
            }
        }
        for (String name : names) {
            sql.execute("ALTER TABLE " + Sql.name(name) + " ENABLE TRIGGER USER");
        }
    }

    private long load(Manifest.Table table) throws SQLException, IOException {
        try (InputStream rows = new Counted(archive.entry(table.entry()), progress)) {
            return sql.connection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + Sql.name(table.name()) + " (" + Sql.names(table.columns())
                                    + ") FROM STDIN (FORMAT csv, HEADER MATCH, ENCODING 'UTF8')",
                            rows,
                            BUFFER);
        } catch (PSQLException refused) {
            String state = String.valueOf(refused.getSQLState());
            // what PostgreSQL can't read as a row, or forbids one to hold
            if (state.startsWith("22") || state.startsWith("23")) {
                throw new CannotRestore(Reason.DAMAGED, table.entry(), refused);
            }
            throw refused;
        }
    }

    private void setSequences() throws SQLException {
        Set<String> known = new HashSet<>(sql.texts(SEQUENCES));
        for (Manifest.Sequence sequence : manifest.sequences()) {
            if (!known.contains(sequence.name())) {
                throw new CannotRestore(Reason.DAMAGED, "sequence " + sequence.name());
            }
            sql.texts("SELECT setval(" + Sql.text(Sql.name(sequence.name())) + "::regclass, " + sequence.lastValue()
                    + ", " + sequence.called() + ")");
        }
    }
}

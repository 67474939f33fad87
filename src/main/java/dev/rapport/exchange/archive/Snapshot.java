package dev.rapport.exchange.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The database at one moment: whatever is written meanwhile isn't seen, in no table. */
final class Snapshot implements AutoCloseable {
    /** Of the running program on this machine; a restored one makes its own. Everybody signs in anew. */
    private static final List<String> LEFT_OUT = List.of(
            "archive",
            "flyway_schema_history",
            "rehearsal",
            "scheduled_tasks",
            "spring_session",
            "spring_session_attributes");

    private static final String TABLES = """
            SELECT c.relname AS name, pg_table_size(c.oid) AS size, c.relpersistence = 'u' AS fleeting,
              (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
               WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
              (SELECT string_agg(quote_ident(k.attname), ', ' ORDER BY key.place) FROM pg_index i
               CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS key(attnum, place)
               JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = key.attnum
               WHERE i.indrelid = c.oid AND i.indisprimary) AS identity
            FROM pg_class c
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND has_table_privilege(c.oid, 'SELECT')
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
            ORDER BY c.relname""";

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    static Snapshot open(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // The same text of the same value on every server.
                statement.execute("SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC';"
                        + " SET LOCAL intervalstyle = 'postgres'; SET LOCAL bytea_output = 'hex';"
                        + " SET LOCAL extra_float_digits = 1; SET LOCAL statement_timeout = 0");
            }
            return new Snapshot(connection);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Of the reading half: customers and their timelines. */
    Connection connection() {
        return connection;
    }

    /**
     * @param key columns of the primary key, as SQL; null without one
     * @param size in bytes on disk, to tell how far we are
     */
    record Relation(
            String name, List<String> columns, @Nullable String key, long size) {
        private String query() {
            String listed = columns.stream().map(Relation::quoted).collect(Collectors.joining(", "));
            return "COPY (SELECT " + listed + " FROM " + quoted(name) + " ORDER BY " + (key == null ? "ctid" : key)
                    + ") TO STDOUT (FORMAT csv, HEADER, ENCODING 'UTF8')";
        }

        private static String quoted(String name) {
            return '"' + name.replace("\"", "\"\"") + '"';
        }
    }

    record Relations(List<Relation> kept, List<String> leftOut) {}

    Relations relations() throws SQLException {
        List<Relation> kept = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                String name = row.getString("name");
                Array columns = row.getArray("columns");
                if (columns == null || row.getBoolean("fleeting") || LEFT_OUT.contains(name)) {
                    leftOut.add(name);
                } else {
                    List<String> names = List.of((String[]) columns.getArray());
                    kept.add(new Relation(name, names, row.getString("identity"), row.getLong("size")));
                }
            }
        }
        return new Relations(kept, leftOut);
    }

    /** As PostgreSQL estimates them, to tell how far we are. */
    long customers() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT coalesce(max(greatest(reltuples, 0)), 0)::bigint FROM pg_class
                        WHERE oid = to_regclass('customer')""")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Answers how many rows there were. */
    long copy(Relation table, OutputStream out) throws SQLException, IOException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.query(), out);
    }

    String schemaVersion() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL
                        ORDER BY installed_rank DESC LIMIT 1""")) {
            return row.next() ? row.getString(1) : "0";
        }
    }

    /** Read after the tables: numbers given out meanwhile only make a hole. */
    List<Manifest.Sequence> sequences() throws SQLException {
        List<Manifest.Sequence> sequences = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : sequenceNames(statement)) {
                try (ResultSet row =
                        statement.executeQuery("SELECT last_value, is_called FROM " + Relation.quoted(name))) {
                    row.next();
                    sequences.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
                }
            }
        }
        return sequences;
    }

    private static List<String> sequenceNames(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("""
                SELECT relname FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace
                  AND CASE WHEN relkind = 'S' THEN has_sequence_privilege(oid, 'SELECT') END
                ORDER BY 1""")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}

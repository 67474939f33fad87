package dev.rapport.exchange.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The tables of a schema, measured as an archive measures them: equal rows have equal digests.
 *
 * @param leftOut those that no archive holds
 */
public record SchemaContents(List<Manifest.Table> tables, List<String> leftOut) {

    /** Reads every row. */
    public static SchemaContents measure(DataSource schema) throws SQLException, IOException {
        try (Snapshot snapshot = Snapshot.open(schema)) {
            Snapshot.Relations relations = snapshot.relations();
            List<Manifest.Table> tables = new ArrayList<>();
            for (Snapshot.Relation table : relations.kept()) {
                Measured measured = new Measured(OutputStream.nullOutputStream());
                OutputStream out = new BufferedOutputStream(measured);
                long rows = snapshot.copy(table, out);
                out.flush();
                tables.add(described(table, rows, measured.bytes(), measured.sha256()));
            }
            return new SchemaContents(tables, relations.leftOut());
        }
    }

    /** Reads the catalogue only: rows and digests are missing. */
    public static SchemaContents describe(DataSource schema) throws SQLException {
        try (Snapshot snapshot = Snapshot.open(schema)) {
            Snapshot.Relations relations = snapshot.relations();
            return new SchemaContents(
                    relations.kept().stream()
                            .map(table -> described(table, 0, 0, ""))
                            .toList(),
                    relations.leftOut());
        }
    }

    private static Manifest.Table described(Snapshot.Relation table, long rows, long bytes, String sha256) {
        return new Manifest.Table(table.name(), "", table.columns(), rows, bytes, sha256);
    }
}

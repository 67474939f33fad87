package dev.rapport.exchange.archive.readable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a table has: before a migration this program reads a database that an older one left. */
record Columns(Set<String> names) {
    static Columns of(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ?")) {
            query.setString(1, table);
            Set<String> names = new HashSet<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            return new Columns(names);
        }
    }

    boolean exist() {
        return !names.isEmpty();
    }

    /** A select list in which what is missing is null. */
    String select(List<String> wanted) {
        return wanted.stream()
                .map(name -> names.contains(name) ? "t." + name : "NULL AS " + name)
                .collect(Collectors.joining(", "));
    }
}

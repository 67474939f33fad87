package dev.rapport.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@link RowImages#replace} for all things of {@code bulk_undo} at once: from {@code present} to {@code before}. */
@Component
class BulkRows {
    private static final String ROWS =
            "(SELECT r.value AS row, (r.value ->> 'id')::bigint AS id FROM bulk_undo u, jsonb_array_elements(u.%2$s -> '%1$s') r)";
    private final JdbcClient jdbc;

    BulkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(Tracked thing) {
        List<Tracked.Table> childrenFirst = new ArrayList<>(thing.tables());
        Collections.reverse(childrenFirst);
        childrenFirst.forEach(table -> delete(table.name()));
        thing.tables().forEach(table -> put(table.name()));
    }

    private void delete(String table) {
        jdbc.sql("""
                        DELETE FROM %1$s WHERE id IN (
                          SELECT p.id FROM %2$s p WHERE NOT EXISTS (SELECT FROM %3$s b WHERE b.id = p.id))""".formatted(table, rows(table, "present"), rows(table, "before")))
                .update();
    }

    private void put(String table) {
        List<String> columns =
                jdbc.sql("""
                        SELECT jsonb_object_keys(before -> :table -> 0) FROM (
                          SELECT before FROM bulk_undo WHERE jsonb_array_length(coalesce(before -> :table, '[]')) > 0 LIMIT 1) one""").param("table", table).query(String.class).list();
        if (columns.isEmpty()) {
            return;
        }
        String named = String.join(", ", columns);
        jdbc.sql("""
                        UPDATE %1$s t SET (%2$s) = (
                          SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, %5$s))
                        FROM %3$s b JOIN %4$s p ON p.id = b.id WHERE t.id = b.id AND p.row <> b.row""".formatted(table, named, rows(table, "before"), rows(table, "present"), next(columns)))
                .update();
        jdbc.sql("""
                        INSERT INTO %1$s (%2$s) SELECT %2$s FROM (
                          SELECT (jsonb_populate_record(NULL::%1$s, b.row)).* FROM %3$s b
                          WHERE NOT EXISTS (SELECT FROM %4$s p WHERE p.id = b.id)) missing""".formatted(table, named, rows(table, "before"), rows(table, "present")))
                .update();
    }

    /** Never a version that a tab may still hold. */
    private static String next(List<String> columns) {
        return columns.contains("version")
                ? "b.row || jsonb_build_object('version', (p.row ->> 'version')::integer + 1)"
                : "b.row";
    }

    private static String rows(String table, String image) {
        return ROWS.formatted(table, image);
    }
}

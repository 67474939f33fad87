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
            "(SELECT r.value AS row, (r.value ->> 'id')::bigint AS id FROM bulk_undo u, jsonb_array_elements(u.%2$s -> '%1$s') r"
                    + " WHERE u.present -> '%1$s' IS DISTINCT FROM u.before -> '%1$s')";
    private final JdbcClient jdbc;

    BulkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(Tracked thing) {
        List<Difference> parentsFirst = differences(thing);
        List<Difference> childrenFirst = new ArrayList<>(parentsFirst);
        Collections.reverse(childrenFirst);
        childrenFirst.stream().filter(Difference::isNow).forEach(each -> delete(each.table()));
        parentsFirst.stream().filter(Difference::wasBefore).forEach(this::put);
    }

    /** A table in which something is to be put back; whether it holds any of the rows now, and did before. */
    private record Difference(String table, boolean isNow, boolean wasBefore) {}

    private List<Difference> differences(Tracked thing) {
        return jdbc.sql("""
                        SELECT name, bool_or(u.present -> name <> '[]') AS is_now, bool_or(was <> '[]') AS was_before
                        FROM bulk_undo u CROSS JOIN jsonb_each(u.before) b (name, was)
                        WHERE name = ANY(:names) AND u.present -> name IS DISTINCT FROM was
                        GROUP BY name ORDER BY array_position(:names, name)""")
                .param("names", thing.tables().stream().map(Tracked.Table::name).toArray(String[]::new))
                .query((row, number) ->
                        new Difference(row.getString("name"), row.getBoolean("is_now"), row.getBoolean("was_before")))
                .list();
    }

    private void delete(String table) {
        jdbc.sql("""
                        DELETE FROM %1$s WHERE id IN (
                          SELECT p.id FROM %2$s p WHERE NOT EXISTS (SELECT FROM %3$s b WHERE b.id = p.id))""".formatted(table, rows(table, "present"), rows(table, "before")))
                .update();
    }

    private void put(Difference difference) {
        String table = difference.table();
        List<String> columns =
                jdbc.sql("""
                        SELECT jsonb_object_keys(before -> :table -> 0) FROM (
                          SELECT before FROM bulk_undo WHERE jsonb_array_length(coalesce(before -> :table, '[]')) > 0 LIMIT 1) one""").param("table", table).query(String.class).list();
        String named = String.join(", ", columns);
        if (difference.isNow()) {
            update(table, named, columns);
        }
        // the row's columns by a join: as (…).* each of them would read the image anew
        jdbc.sql("""
                        INSERT INTO %1$s (%2$s)
                        SELECT %3$s FROM bulk_undo u CROSS JOIN jsonb_populate_recordset(NULL::%1$s, u.before -> '%1$s') r
                        WHERE NOT EXISTS (SELECT FROM %4$s p WHERE p.id = r.id)""".formatted(table, named, "r." + String.join(", r.", columns), rows(table, "present")))
                .update();
    }

    private void update(String table, String named, List<String> columns) {
        jdbc.sql("""
                        UPDATE %1$s t SET (%2$s) = (
                          SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, %5$s))
                        FROM %3$s b JOIN %4$s p ON p.id = b.id WHERE t.id = b.id AND p.row <> b.row""".formatted(table, named, rows(table, "before"), rows(table, "present"), next(columns)))
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

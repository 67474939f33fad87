package dev.rapport.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Compares row images of the change log and writes them back. */
@Component
class RowImages {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    RowImages(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whether both hold the same rows; the version counter says nothing about content. */
    boolean same(@Nullable String one, @Nullable String other) {
        return withoutVersions(one).equals(withoutVersions(other));
    }

    /** Turns the rows of {@code from} into those of {@code to}. */
    void replace(Tracked thing, @Nullable String from, @Nullable String to) {
        List<Tracked.Table> childrenFirst = new ArrayList<>(thing.tables());
        Collections.reverse(childrenFirst);
        for (Tracked.Table table : childrenFirst) {
            Set<Long> kept = rows(to, table).keySet();
            rows(from, table).keySet().stream().filter(id -> !kept.contains(id)).forEach(id -> delete(table, id));
        }
        for (Tracked.Table table : thing.tables()) {
            Map<Long, JsonNode> present = rows(from, table);
            rows(to, table).forEach((id, row) -> {
                if (!present.containsKey(id)) {
                    insert(table, row);
                } else if (!row.equals(present.get(id))) {
                    update(table, id, row, present.get(id).path("version").asInt());
                }
            });
        }
    }

    private void delete(Tracked.Table table, long id) {
        jdbc.sql("DELETE FROM %s WHERE id = :id".formatted(table.name()))
                .param("id", id)
                .update();
    }

    private void insert(Tracked.Table table, JsonNode row) {
        String columns = columns(row);
        jdbc.sql("INSERT INTO %1$s (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, CAST(:row AS jsonb))"
                        .formatted(table.name(), columns))
                .param("row", row.toString())
                .update();
    }

    private void update(Tracked.Table table, long id, JsonNode row, int version) {
        ObjectNode next = ((ObjectNode) row).deepCopy();
        if (row.has("version")) {
            // Never a version that a tab may still hold.
            next.put("version", version + 1);
        }
        String columns = columns(next);
        jdbc.sql(
                        "UPDATE %1$s SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, CAST(:row AS jsonb))) WHERE id = :id"
                                .formatted(table.name(), columns))
                .param("row", next.toString())
                .param("id", id)
                .update();
    }

    private static String columns(JsonNode row) {
        return String.join(", ", row.propertyNames());
    }

    private Map<Long, JsonNode> rows(@Nullable String image, Tracked.Table table) {
        Map<Long, JsonNode> rows = new LinkedHashMap<>();
        if (image != null) {
            json.readTree(image)
                    .path(table.name())
                    .forEach(row -> rows.put(row.path("id").asLong(), row));
        }
        return rows;
    }

    private Map<String, List<JsonNode>> withoutVersions(@Nullable String image) {
        Map<String, List<JsonNode>> tables = new LinkedHashMap<>();
        if (image == null) {
            return tables;
        }
        json.readTree(image).properties().forEach(table -> {
            List<JsonNode> rows = new ArrayList<>();
            table.getValue().forEach(row -> {
                ObjectNode copy = ((ObjectNode) row).deepCopy();
                copy.remove("version");
                rows.add(copy);
            });
            if (!rows.isEmpty()) {
                tables.put(table.getKey(), rows);
            }
        });
        return tables;
    }
}

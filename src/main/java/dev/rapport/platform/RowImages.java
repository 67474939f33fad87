package dev.rapport.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares row images of the change log and writes them back. */
@Component
class RowImages {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    RowImages(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        // A sum of money has more digits than a double holds.
        this.json = json.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** Rows of a thing by table and id. */
    record Image(Map<String, Map<Long, JsonNode>> tables) {
        Map<Long, JsonNode> of(Tracked.Table table) {
            return tables.getOrDefault(table.name(), Map.of());
        }

        /** Whether it is there at all: the first table holds the thing itself. */
        boolean has(Tracked thing, long id) {
            return of(thing.tables().get(0)).containsKey(id);
        }
    }

    Image read(@Nullable String text) {
        Map<String, Map<Long, JsonNode>> tables = new LinkedHashMap<>();
        if (text != null) {
            json.readTree(text).properties().forEach(table -> {
                Map<Long, JsonNode> rows = new LinkedHashMap<>();
                table.getValue().forEach(row -> rows.put(row.path("id").asLong(), row));
                tables.put(table.getKey(), rows);
            });
        }
        return new Image(tables);
    }

    /** The tables of an image with the columns of their rows; no columns where there is no row. */
    Map<String, List<String>> columns(String text) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        json.readTree(text)
                .properties()
                .forEach(table -> columns.put(
                        table.getKey(), List.copyOf(table.getValue().path(0).propertyNames())));
        return columns;
    }

    /** Whether {@code now} holds the rows of {@code then} and no others. */
    boolean same(Tracked thing, Image then, Image now) {
        return thing.tables().stream().allMatch(table -> same(then.of(table), now.of(table)));
    }

    private static boolean same(Map<Long, JsonNode> older, Map<Long, JsonNode> newer) {
        if (!older.keySet().equals(newer.keySet())) {
            return false;
        }
        return older.entrySet().stream().allMatch(row -> {
            JsonNode now = newer.get(row.getKey());
            return now != null && RowMerge.same(row.getValue(), now);
        });
    }

    /** What {@code now} becomes when the change is taken back; what changed since stays and is listed. */
    Image takeBack(Tracked thing, Image before, Image after, Image now, List<Clash> clashes) {
        Map<String, Map<Long, JsonNode>> tables = new LinkedHashMap<>();
        for (Tracked.Table table : thing.tables()) {
            RowMerge merge = new RowMerge(table.name(), clashes);
            tables.put(table.name(), merge.takeBack(before.of(table), after.of(table), now.of(table)));
        }
        return new Image(tables);
    }

    /** Turns the rows of {@code from} into those of {@code to}; what goes goes last, for rows may move away from it before. */
    void replace(Tracked thing, Image from, Image to) {
        for (Tracked.Table table : thing.tables()) {
            Map<Long, JsonNode> present = from.of(table);
            List<JsonNode> missing = new ArrayList<>();
            to.of(table).forEach((id, row) -> {
                JsonNode old = present.get(id);
                if (old == null) {
                    missing.add(row);
                } else if (!row.equals(old)) {
                    update(table, id, row, old.path("version").asInt());
                }
            });
            insert(table, missing);
        }
        List<Tracked.Table> childrenFirst = new ArrayList<>(thing.tables());
        Collections.reverse(childrenFirst);
        for (Tracked.Table table : childrenFirst) {
            List<Long> gone = from.of(table).keySet().stream()
                    .filter(id -> !to.of(table).containsKey(id))
                    .toList();
            delete(table, gone);
        }
    }

    private void delete(Tracked.Table table, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("DELETE FROM %s WHERE id = ANY(:ids)".formatted(table.name()))
                    .param("ids", ids.toArray(Long[]::new))
                    .update();
        }
    }

    /** In one statement: rows may refer to one another, a refund to a purchase with a higher number. */
    private void insert(Tracked.Table table, List<JsonNode> rows) {
        if (rows.isEmpty()) {
            return;
        }
        ArrayNode all = json.createArrayNode();
        rows.forEach(all::add);
        jdbc.sql("INSERT INTO %1$s (%2$s) SELECT %2$s FROM jsonb_populate_recordset(NULL::%1$s, CAST(:rows AS jsonb))"
                        .formatted(table.name(), columns(rows.get(0))))
                .param("rows", all.toString())
                .update();
    }

    private void update(Tracked.Table table, long id, JsonNode row, int version) {
        ObjectNode next = ((ObjectNode) row).deepCopy();
        if (row.has("version")) {
            // Never a version that a tab may still hold.
            next.put("version", version + 1);
        }
        jdbc.sql(
                        "UPDATE %1$s SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, CAST(:row AS jsonb))) WHERE id = :id"
                                .formatted(table.name(), columns(next)))
                .param("row", next.toString())
                .param("id", id)
                .update();
    }

    private static String columns(JsonNode row) {
        return String.join(", ", row.propertyNames());
    }
}

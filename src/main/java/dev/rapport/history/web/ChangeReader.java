package dev.rapport.history.web;

import dev.rapport.history.web.ReadableChange.Difference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what differs between two row images, field by field, for those fields that have a name. */
class ChangeReader {
    private final JsonMapper json;
    private final RowComparison rows;

    ChangeReader(JsonMapper json, FieldTexts texts) {
        this.json = json;
        this.rows = new RowComparison(texts);
    }

    List<Difference> differences(@Nullable String before, @Nullable String after) {
        Map<String, Map<String, JsonNode>> was = rows(before);
        Map<String, Map<String, JsonNode>> is = rows(after);
        Set<String> tables = new LinkedHashSet<>(was.keySet());
        tables.addAll(is.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String table : tables) {
            compare(table, was.getOrDefault(table, Map.of()), is.getOrDefault(table, Map.of()), differences);
        }
        return differences;
    }

    /** The first row of the first table that the image names: the thing itself. */
    @Nullable
    JsonNode first(@Nullable String image, String table) {
        return rows(image).getOrDefault(table, Map.of()).values().stream()
                .findFirst()
                .orElse(null);
    }

    private void compare(
            String table, Map<String, JsonNode> was, Map<String, JsonNode> is, List<Difference> differences) {
        List<JsonNode> added = new ArrayList<>();
        is.forEach((id, row) -> {
            if (!was.containsKey(id)) {
                added.add(row);
            }
        });
        was.forEach((id, row) ->
                rows.compare(table, row, is.containsKey(id) ? is.get(id) : successor(row, added), differences));
        added.forEach(row -> rows.compare(table, null, row, differences));
    }

    /** A number that was typed anew is another row; a person changed it. */
    private static @Nullable JsonNode successor(JsonNode gone, List<JsonNode> added) {
        if (!gone.has("kind")) {
            return null;
        }
        for (Iterator<JsonNode> rows = added.iterator(); rows.hasNext(); ) {
            JsonNode row = rows.next();
            if (gone.get("kind").equals(row.get("kind"))) {
                rows.remove();
                return row;
            }
        }
        return null;
    }

    /** By table and id. */
    private Map<String, Map<String, JsonNode>> rows(@Nullable String image) {
        Map<String, Map<String, JsonNode>> tables = new LinkedHashMap<>();
        if (image != null) {
            json.readTree(image).properties().forEach(table -> {
                Map<String, JsonNode> rows = new LinkedHashMap<>();
                table.getValue().forEach(row -> rows.put(row.path("id").asString(), row));
                tables.put(table.getKey(), rows);
            });
        }
        return tables;
    }
}

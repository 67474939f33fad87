package dev.rapport.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes one change back out of the rows of a table as they are now: what nobody touched since goes back, column by column;
 * what somebody touched stays and is a clash.
 */
final class RowMerge {
    /** Follow from other columns or only count: no person changed them. */
    private static final Set<String> DERIVED = Set.of("version", "sort_key", "search_text", "normalized", "position");

    private static final String DERIVED_TABLE = "timeline_entry";

    private final String table;
    private final List<Clash> clashes;

    RowMerge(String table, List<Clash> clashes) {
        this.table = table;
        this.clashes = clashes;
    }

    /** The rows by id as they shall be, from those before and after the change and those of now. */
    Map<Long, JsonNode> takeBack(Map<Long, JsonNode> before, Map<Long, JsonNode> after, Map<Long, JsonNode> now) {
        Map<Long, JsonNode> rows = new LinkedHashMap<>();
        Set<Long> ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(now.keySet());
        for (Long id : ids) {
            JsonNode row = row(id, before.get(id), after.get(id), now.get(id));
            if (row != null) {
                rows.put(id, row);
            }
        }
        return rows;
    }

    private @Nullable JsonNode row(
            long id, @Nullable JsonNode before, @Nullable JsonNode after, @Nullable JsonNode now) {
        if (before == null) {
            return created(id, after, now);
        }
        if (after == null) {
            return now == null ? before : now;
        }
        if (now == null) {
            if (!same(before, after)) {
                clash(new Clash(table, id, null, before, null));
            }
            return null;
        }
        return columns(id, before, after, now);
    }

    private @Nullable JsonNode created(long id, @Nullable JsonNode after, @Nullable JsonNode now) {
        if (after == null || now == null) {
            return now;
        }
        if (same(after, now)) {
            return null;
        }
        clash(new Clash(table, id, null, null, now));
        return now;
    }

    private JsonNode columns(long id, JsonNode before, JsonNode after, JsonNode now) {
        ObjectNode row = ((ObjectNode) now).deepCopy();
        for (String column : before.propertyNames()) {
            JsonNode was = before.get(column);
            JsonNode left = after.get(column);
            if (column.equals("version") || !row.has(column) || was.equals(left)) {
                continue;
            }
            JsonNode is = now.get(column);
            if (is.equals(left)) {
                row.set(column, was);
            } else if (!is.equals(was) && !DERIVED.contains(column)) {
                clash(new Clash(table, id, column, was, is));
            }
        }
        return row;
    }

    private void clash(Clash clash) {
        if (!table.equals(DERIVED_TABLE)) {
            clashes.add(clash);
        }
    }

    /** By the columns that the older image has; the version counter says nothing about content. */
    static boolean same(JsonNode older, JsonNode newer) {
        List<String> columns = new ArrayList<>(older.propertyNames());
        return columns.stream()
                .filter(column -> !column.equals("version"))
                .allMatch(column -> older.get(column).equals(newer.get(column)));
    }
}

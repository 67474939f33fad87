package dev.rapport.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A thing whose changes are logged: its name in the log and the rows it is made of, parents first. Each module declares
 * its own as beans; undo works on any of them.
 */
public record Tracked(String entity, List<Table> tables) {

    /**
     * Rows of a table with an {@code id} that belong to the thing.
     *
     * @param rows SQL with {@code :id} for the thing's
     * @param columns those that an image holds; none for all
     */
    public record Table(String name, String rows, List<String> columns) {
        private String image() {
            return columns.isEmpty()
                    ? "to_jsonb(t)"
                    : columns.stream()
                            .map("'%1$s', t.%1$s"::formatted)
                            .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
        }
    }

    public static Tracked of(String entity) {
        return new Tracked(entity, List.of());
    }

    public Tracked with(String table, String rows) {
        List<Table> more = new ArrayList<>(tables);
        more.add(new Table(table, rows, List.of()));
        return new Tracked(entity, List.copyOf(more));
    }

    /** As much of the thing as a change can touch: these tables, of each these columns or, where none are named, all. */
    public Tracked only(Map<String, List<String>> columns) {
        return new Tracked(
                entity,
                tables.stream()
                        .filter(table -> columns.containsKey(table.name()))
                        .map(table ->
                                new Table(table.name(), table.rows(), columns.getOrDefault(table.name(), List.of())))
                        .toList());
    }

    /** One statement that reads all rows of the thing into a JSON object of arrays by table. */
    String imageSql() {
        return "SELECT " + imageOf(":id") + "::text";
    }

    /** The same as an expression, of the thing whose id another one gives. */
    String imageOf(String id) {
        StringBuilder sql = new StringBuilder("jsonb_build_object(");
        String comma = "";
        for (Table table : tables) {
            sql.append(comma)
                    .append("'%1$s', (SELECT coalesce(jsonb_agg(%3$s ORDER BY t.id), '[]') FROM %1$s t WHERE %2$s)"
                            .formatted(table.name(), table.rows().replace(":id", id), table.image()));
            comma = ", ";
        }
        return sql.append(")").toString();
    }

    /** An image of nothing. */
    String emptyImage() {
        return tables.stream().map(table -> "\"" + table.name() + "\": []").collect(Collectors.joining(", ", "{", "}"));
    }
}

package dev.rapport.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * A thing whose changes are logged: its name in the log and the rows it is made of, parents first. Each module declares
 * its own as beans; undo works on any of them.
 */
public record Tracked(String entity, List<Table> tables) {

    /** Rows of a table with an {@code id} that belong to the thing; {@code rows} is SQL with {@code :id} for the thing's. */
    public record Table(String name, String rows) {}

    public static Tracked of(String entity) {
        return new Tracked(entity, List.of());
    }

    public Tracked with(String table, String rows) {
        List<Table> more = new ArrayList<>(tables);
        more.add(new Table(table, rows));
        return new Tracked(entity, List.copyOf(more));
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
                    .append(
                            "'%1$s', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM %1$s t WHERE %2$s)"
                                    .formatted(table.name(), table.rows().replace(":id", id)));
            comma = ", ";
        }
        return sql.append(")").toString();
    }
}

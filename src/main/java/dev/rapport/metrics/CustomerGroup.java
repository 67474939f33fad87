package dev.rapport.metrics;

import dev.rapport.platform.Refused;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a figure is about: the whole business, or those whose customer row (alias c) meets a condition of ours.
 *
 * @param tables common table expressions that stand in for the tables of the same names; empty for the tables themselves
 */
public record CustomerGroup(String name, String condition, Map<String, Object> parameters, String tables) {

    public static final CustomerGroup EVERYBODY = new CustomerGroup("", "", Map.of());
    private static final Set<String> STAGES =
            Set.of("AWARENESS", "CONSIDERATION", "PURCHASE", "RETENTION", "LOYALTY", "LOST");

    CustomerGroup(String name, String condition, Map<String, Object> parameters) {
        this(name, condition, parameters, "");
    }

    /** {@code channel:NAME}, {@code stage:NAME} or {@code tag:NAME}; blank is everybody. */
    public static CustomerGroup of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return EVERYBODY;
        }
        int colon = text.indexOf(':');
        String value = text.substring(colon + 1).strip();
        if (colon < 0 || value.isEmpty() || value.indexOf('\0') >= 0) {
            throw unknown();
        }
        return switch (text.substring(0, colon)) {
            case "channel" -> new CustomerGroup(text, "lower(c.source) = lower(:group)", Map.of("group", value));
            case "tag" -> new CustomerGroup(text, "c.tags @> ARRAY[:group]::text[]", Map.of("group", value));
            case "stage" -> ofStage(text, value.toUpperCase(Locale.ROOT));
            default -> throw unknown();
        };
    }

    private static CustomerGroup ofStage(String name, String stage) {
        if (!STAGES.contains(stage)) {
            throw unknown();
        }
        return new CustomerGroup(name, "c.stage = :group", Map.of("group", stage));
    }

    private static Refused unknown() {
        return new Refused("group", "metrics.refused.group");
    }

    /** What to append to a WHERE, given the column that holds the customer's id. */
    String and(String column) {
        return condition.isEmpty()
                ? ""
                : " AND " + column + " IN (SELECT c.id FROM customer c WHERE " + condition + ")";
    }

    /** A statement that reads from the tables of this group. */
    String over(String sql) {
        if (tables.isEmpty()) {
            return sql;
        }
        return "WITH " + tables + (sql.startsWith("WITH ") ? ", " + sql.substring("WITH ".length()) : " " + sql);
    }
}

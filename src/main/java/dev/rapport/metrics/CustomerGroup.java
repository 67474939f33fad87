package dev.rapport.metrics;

import dev.rapport.platform.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a figure is about: the whole business, or those whose customer row (alias c) meets a condition of ours. Stage,
 * product and cohort are those of the day that the figure is as of; of channels and tags no history is kept.
 *
 * @param tables common table expressions that stand in for the tables of the same names; empty for the tables themselves
 */
public record CustomerGroup(String name, String condition, Map<String, Object> parameters, String tables) {

    public static final CustomerGroup EVERYBODY = new CustomerGroup("", "", Map.of());
    public static final List<String> STAGES =
            List.of("AWARENESS", "CONSIDERATION", "PURCHASE", "RETENTION", "LOYALTY", "LOST");

    private static final String DAY = "groupDay";
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    /** Who changed stage later had another one: the last up to the day, as a customer if none is on record. */
    private static final String STAGE = """
            c.id IN (
              SELECT held.id FROM customer held
              WHERE held.stage = :group AND NOT EXISTS (
                SELECT FROM stage_change s WHERE s.customer_id = held.id AND s.changed_on > :groupDay)
              UNION ALL
              SELECT id FROM (
                SELECT later.customer_id AS id, coalesce((
                         SELECT s.stage FROM stage_change s
                         WHERE s.customer_id = later.customer_id AND s.changed_on <= :groupDay
                         ORDER BY s.changed_on DESC, s.id DESC LIMIT 1), 'PURCHASE') AS stage
                FROM (SELECT DISTINCT customer_id FROM stage_change WHERE changed_on > :groupDay) later) then_at
              WHERE stage = :group)""";

    /** By its name, else by its number: a product may well be called 42. */
    private static final String PRODUCT = """
            c.id IN (
              SELECT customer_id FROM purchase WHERE amount >= 0 AND purchased_on <= :groupDay AND product_id = (
                SELECT id FROM product WHERE lower(name) = lower(:group) OR id::text = :group
                ORDER BY lower(name) = lower(:group) DESC LIMIT 1))""";

    private static final String COHORT = """
            c.id IN (SELECT customer_id FROM purchase_day WHERE previous_day IS NULL AND first_day BETWEEN :group
                     AND least(:groupLast, :groupDay))""";

    CustomerGroup(String name, String condition, Map<String, Object> parameters) {
        this(name, condition, parameters, "");
    }

    /**
     * {@code channel:NAME}, {@code stage:NAME}, {@code tag:NAME}, {@code product:NAME} or {@code cohort:2025-03}, as they are
     * now; blank is everybody.
     */
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
            case "stage" ->
                new CustomerGroup(text, STAGE, Map.of("group", stage(value.toUpperCase(Locale.ROOT)), DAY, EVER));
            case "product" -> new CustomerGroup(text, PRODUCT, Map.of("group", value, DAY, EVER));
            case "cohort" -> ofCohort(text, month(value));
            default -> throw unknown();
        };
    }

    private static CustomerGroup ofCohort(String name, YearMonth month) {
        return new CustomerGroup(
                name, COHORT, Map.of("group", month.atDay(1), "groupLast", month.atEndOfMonth(), DAY, EVER));
    }

    private static String stage(String stage) {
        if (!STAGES.contains(stage)) {
            throw unknown();
        }
        return stage;
    }

    private static YearMonth month(String value) {
        try {
            YearMonth month = YearMonth.parse(value);
            if (month.getYear() < 1900 || month.getYear() > 2199) {
                throw unknown();
            }
            return month;
        } catch (DateTimeException unreadable) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return new Refused("group", "metrics.refused.group");
    }

    /** The channel that the group came by, compared as costs are; null where it isn't about one. */
    public @Nullable String channel() {
        return name.startsWith("channel:")
                ? name.substring("channel:".length()).strip().toLowerCase(Locale.ROOT)
                : null;
    }

    /** The same group as it was on a day. */
    public CustomerGroup on(LocalDate day) {
        if (!parameters.containsKey(DAY)) {
            return this;
        }
        Map<String, Object> moved = new HashMap<>(parameters);
        moved.put(DAY, day);
        return new CustomerGroup(name, condition, Map.copyOf(moved), tables);
    }

    /** What to append to a WHERE, given the column that holds the customer's id. */
    public String and(String column) {
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

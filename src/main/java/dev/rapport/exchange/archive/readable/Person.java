package dev.rapport.exchange.archive.readable;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as read from the snapshot.
 *
 * @param facts by message key, in the order they are shown in
 */
record Person(long id, String name, boolean archived, Map<String, String> facts) {
    static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "company",
            "role",
            "stage",
            "source",
            "tags",
            "language",
            "country",
            "city",
            "address",
            "website",
            "birthday",
            "acquired_on",
            "external_id",
            "needs",
            "about",
            "archived_at");

    static Person of(ResultSet row, Words words) throws SQLException {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "customer.field.company", row.getString("company"));
        put(facts, "customer.field.role", row.getString("role"));
        put(facts, "customer.field.emails", joined(row.getArray("emails")));
        put(facts, "customer.field.phones", joined(row.getArray("phones")));
        String stage = row.getString("stage");
        put(facts, "customer.field.stage", stage == null ? null : words.sayOr("customer.stage." + stage, stage));
        put(facts, "customer.field.tags", joined(row.getArray("tags")));
        put(facts, "customer.field.source", row.getString("source"));
        put(facts, "customer.field.address", row.getString("address"));
        put(facts, "customer.field.city", row.getString("city"));
        put(facts, "customer.field.country", row.getString("country"));
        put(facts, "customer.field.website", row.getString("website"));
        put(facts, "customer.field.language", row.getString("language"));
        put(facts, "customer.field.birthday", day(row.getObject("birthday", LocalDate.class), words));
        put(facts, "customer.field.acquiredOn", day(row.getObject("acquired_on", LocalDate.class), words));
        put(facts, "customer.field.externalId", row.getString("external_id"));
        put(facts, "customer.field.needs", row.getString("needs"));
        put(facts, "customer.field.about", row.getString("about"));
        return new Person(row.getLong("id"), row.getString("name"), row.getString("archived_at") != null, facts);
    }

    private static void put(Map<String, String> facts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.put(key, value);
        }
    }

    private static @Nullable String joined(@Nullable Array values) throws SQLException {
        return values == null ? null : String.join(", ", (String[]) values.getArray());
    }

    private static @Nullable String day(@Nullable LocalDate day, Words words) {
        return day == null ? null : words.formats().date(day);
    }
}

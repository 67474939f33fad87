package dev.rapport.exchange;

import dev.rapport.exchange.source.Field;
import dev.rapport.exchange.source.FilePlan;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Says of each row of a customer file whether it makes its customer, changes them or says nothing new, as if the rows came
 * one by one: a row is held against the last that an earlier row of the same customer said, else against what is stored.
 */
@Component
class CustomerOutcomes {
    private static final Set<Field> COMPARED_APART = Set.of(
            Field.CUSTOMER_KEY,
            Field.NAME_PREFIX,
            Field.FIRST_NAME,
            Field.MIDDLE_NAME,
            Field.LAST_NAME,
            Field.EMAIL,
            Field.PHONE,
            Field.EMAILS,
            Field.PHONES,
            Field.TAGS,
            Field.ARCHIVED);

    private final JdbcTemplate jdbc;

    CustomerOutcomes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void decide(FilePlan plan) {
        jdbc.execute("ALTER TABLE staged ADD COLUMN action text");
        Set<Field> fields = plan.fields().stream()
                .map(it -> it.isPartOfName() ? Field.NAME : it)
                .filter(it -> it.isOfCustomer() && !COMPARED_APART.contains(it))
                .collect(Collectors.toSet());
        String changed = fields.stream()
                .map(it ->
                        " OR s.%1$s IS NOT NULL AND s.%1$s::text IS DISTINCT FROM coalesce(substr(max(lpad(s.row_no::text, 12, '0') || s.%1$s::text) OVER before, 13), c.%1$s::text)"
                                .formatted(it.column()))
                .collect(Collectors.joining());
        jdbc.update("""
                UPDATE staged t SET action = d.action FROM (
                  SELECT s.row_no, CASE
                    WHEN s.is_new AND row_number() OVER (PARTITION BY s.customer_id ORDER BY s.row_no) = 1 THEN 'CREATED'
                    WHEN false%s THEN 'UPDATED' ELSE 'UNCHANGED' END AS action
                  FROM staged s LEFT JOIN customer c ON c.id = s.customer_id
                  WINDOW before AS (
                    PARTITION BY s.customer_id ORDER BY s.row_no ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) d
                WHERE d.row_no = t.row_no""".formatted(changed));
        if (!Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM staged WHERE action = 'UNCHANGED')", Boolean.class))) {
            return;
        }
        if (plan.has(Field.EMAIL)) {
            contacts("email");
        }
        if (plan.has(Field.PHONE)) {
            contacts("phone");
        }
        if (plan.has(Field.TAGS)) {
            tags();
        }
        if (plan.has(Field.ARCHIVED)) {
            updated("""
                    SELECT s.row_no FROM staged s JOIN customer c ON c.id = s.customer_id
                    WHERE s.archived <> (c.archived_at IS NOT NULL)""");
        }
    }

    private void contacts(String kind) {
        updated("""
                SELECT min(s.row_no) FROM staged s WHERE s.%1$s_normalized IS NOT NULL AND NOT EXISTS (
                  SELECT 1 FROM contact_point p
                  WHERE p.customer_id = s.customer_id AND p.kind = upper('%1$s') AND p.normalized = s.%1$s_normalized)
                GROUP BY s.customer_id, s.%1$s_normalized""".formatted(kind));
        updated("""
                SELECT min(s.row_no) FROM staged s CROSS JOIN unnest(s.%1$ss_normalized) AS one (normalized)
                WHERE NOT EXISTS (
                  SELECT 1 FROM contact_point p
                  WHERE p.customer_id = s.customer_id AND p.kind = upper('%1$s') AND p.normalized = one.normalized)
                GROUP BY s.customer_id, one.normalized""".formatted(kind));
    }

    private void tags() {
        updated("""
                SELECT min(s.row_no) FROM staged s CROSS JOIN unnest(s.tags) tag
                WHERE NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = s.customer_id AND tag = ANY(c.tags))
                GROUP BY s.customer_id, tag""");
    }

    private void updated(String rows) {
        jdbc.update("UPDATE staged SET action = 'UPDATED' WHERE action = 'UNCHANGED' AND row_no IN (" + rows + ")");
    }
}

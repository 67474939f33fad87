package dev.rapport.interaction;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds for each row of an {@link InteractionBatch} table the interaction that it is, and what keeps it out. */
@Component
class InteractionCheck {
    private static final String FIELDS_OF_ROW =
            "ROW(t.customer_id, t.new_kind, t.new_direction, t.occurred_at, t.new_subject,"
                    + " t.new_body, t.new_purpose, t.new_outcome)::text";
    private static final String FIELDS_OF_INTERACTION =
            "ROW(i.customer_id, i.kind, i.direction, i.occurred_at, i.subject, i.body, i.purpose, i.outcome)::text";
    private final JdbcClient jdbc;

    InteractionCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void run(String table) {
        sql("""
                ALTER TABLE %s
                  ADD COLUMN fact_id bigint, ADD COLUMN action text, ADD COLUMN before jsonb, ADD COLUMN after jsonb,
                  ADD COLUMN refused_field text, ADD COLUMN refused_key text, ADD COLUMN refused_arg text,
                  ADD COLUMN new_kind text, ADD COLUMN new_direction text, ADD COLUMN new_subject text,
                  ADD COLUMN new_body text, ADD COLUMN new_purpose text, ADD COLUMN new_outcome text""", table);
        sql("UPDATE %s t SET fact_id = i.id FROM interaction i WHERE i.external_id = t.interaction_id", table);
        sql("UPDATE %s t SET fact_id = i.id FROM interaction i WHERE t.fact_id IS NULL AND i.id = t.own_id", table);
        complete(table);
        refuse(table, "interactionId", "interaction.refused.id-twice", "interaction_id", """
                row_no IN (SELECT row_no FROM (
                  SELECT row_no, row_number() OVER (PARTITION BY interaction_id ORDER BY row_no) AS n
                  FROM %s WHERE interaction_id IS NOT NULL) twice WHERE n > 1)""".formatted(table));
        refuse(table, "interactionId", "interaction.refused.id-of-other", "interaction_id", """
                EXISTS (SELECT 1 FROM interaction i WHERE i.id = t.fact_id AND i.customer_id <> t.customer_id)""");
        refuse(table, "occurredAt", "interaction.refused.when", "NULL", """
                occurred_at IS NULL OR occurred_at < timestamptz '%s' OR occurred_at >= timestamptz '%s'""".formatted(
                        WhatHappened.EARLIEST, WhatHappened.LATEST));
        refuse(
                table,
                "kind",
                "interaction.refused.kind",
                "new_kind",
                "new_kind NOT IN (%s)".formatted(names(InteractionKind.values())));
        refuse(
                table,
                "direction",
                "interaction.refused.direction",
                "new_direction",
                "new_direction NOT IN (%s)".formatted(names(Direction.values())));
        findByFields(table);
        decide(table);
    }

    /** What the row says, else what the interaction says already, else a note. */
    private void complete(String table) {
        sql("""
                UPDATE %1$s t SET
                  new_kind = coalesce(upper(t.kind), i.kind, 'NOTE'), new_direction = coalesce(upper(t.direction), i.direction, 'NONE'),
                  new_subject = coalesce(t.subject, i.subject), new_body = coalesce(t.body, i.body),
                  new_purpose = coalesce(t.purpose, i.purpose), new_outcome = coalesce(t.outcome, i.outcome)
                FROM %1$s s LEFT JOIN interaction i ON i.id = s.fact_id WHERE s.row_no = t.row_no""", table);
    }

    /** Rows without an id are known by all their fields: the k-th of equal rows is the k-th of equal interactions. */
    private void findByFields(String table) {
        sql("""
                UPDATE %%1$s t SET fact_id = stored.id
                FROM (SELECT t.row_no, %1$s AS fields, row_number() OVER (PARTITION BY %1$s ORDER BY t.row_no) AS n
                      FROM %%1$s t WHERE t.interaction_id IS NULL AND t.refused_key IS NULL) asked
                JOIN (SELECT i.id, %2$s AS fields, row_number() OVER (PARTITION BY %2$s ORDER BY i.id) AS n
                      FROM interaction i
                      WHERE i.customer_id IN (SELECT customer_id FROM %%1$s)
                        AND i.id NOT IN (SELECT fact_id FROM %%1$s WHERE fact_id IS NOT NULL)) stored USING (fields, n)
                WHERE asked.row_no = t.row_no""".formatted(FIELDS_OF_ROW, FIELDS_OF_INTERACTION), table);
    }

    private void decide(String table) {
        sql("""
                UPDATE %%1$s t SET action = CASE
                  WHEN t.fact_id IS NULL THEN 'CREATED'
                  WHEN EXISTS (SELECT 1 FROM interaction i WHERE i.id = t.fact_id AND %1$s = %2$s) THEN 'UNCHANGED'
                  ELSE 'UPDATED' END
                WHERE t.refused_key IS NULL""".formatted(FIELDS_OF_ROW, FIELDS_OF_INTERACTION), table);
    }

    private void refuse(String table, String field, String key, String arg, String condition) {
        jdbc.sql(
                        "UPDATE %s t SET refused_field = '%s', refused_key = '%s', refused_arg = %s WHERE refused_key IS NULL AND (%s)"
                                .formatted(table, field, key, arg, condition))
                .update();
    }

    private void sql(String text, String table) {
        jdbc.sql(text.formatted(table)).update();
    }

    private static String names(Enum<?>[] values) {
        return Stream.of(values).map(value -> "'" + value.name() + "'").collect(Collectors.joining(", "));
    }
}

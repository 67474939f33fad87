package dev.rapport.interaction;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds for each row of an {@link InteractionBatch} what interaction it is, and what keeps it out. */
@Component
class InteractionCheck {
    private static final String FIELDS_OF_ROW =
            "ROW(t.customer_id, t.new_kind, t.new_direction, t.occurred_at, t.new_subject,"
                    + " t.new_body, t.new_purpose, t.new_outcome)::text";
    private static final String FIELDS_OF_INTERACTION =
            "ROW(i.customer_id, i.kind, i.direction, i.occurred_at, i.subject, i.body, i.purpose, i.outcome)::text";

    /** The first that holds keeps a row out. */
    private static final List<Rule> RULES = List.of(
            new Rule(
                    "interactionId",
                    "interaction.refused.id-twice",
                    "interaction_id",
                    "row_no IN (SELECT row_no FROM interaction_twice)"),
            new Rule(
                    "interactionId",
                    "interaction.refused.id-of-other",
                    "interaction_id",
                    "(stored).customer_id <> customer_id"),
            new Rule(
                    "occurredAt",
                    "interaction.refused.when",
                    "NULL",
                    "occurred_at IS NULL OR occurred_at < timestamptz '%s' OR occurred_at >= timestamptz '%s'"
                            .formatted(WhatHappened.EARLIEST, WhatHappened.LATEST)),
            new Rule(
                    "kind",
                    "interaction.refused.kind",
                    "new_kind",
                    "new_kind NOT IN (%s)".formatted(names(InteractionKind.values()))),
            new Rule(
                    "direction",
                    "interaction.refused.direction",
                    "new_direction",
                    "new_direction NOT IN (%s)".formatted(names(Direction.values()))));

    private static final String BY_ID = "LEFT JOIN interaction i ON i.external_id = t.interaction_id";
    private static final String BY_EITHER_ID = "LEFT JOIN interaction x ON x.external_id = t.interaction_id"
            + " LEFT JOIN interaction i ON i.id = coalesce(x.id, t.own_id)";

    private final JdbcClient jdbc;

    InteractionCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the table of the rows that a query gives. */
    void run(String rows, String table) {
        jdbc.sql("""
                CREATE TEMPORARY TABLE interaction_twice ON COMMIT DROP AS SELECT row_no FROM (
                  SELECT row_no, row_number() OVER (PARTITION BY interaction_id ORDER BY row_no) AS n
                  FROM (%s) t WHERE interaction_id IS NOT NULL) twice WHERE n > 1""".formatted(rows)).update();
        judge(rows, table);
        jdbc.sql("DROP TABLE interaction_twice").update();
        jdbc.sql("ALTER TABLE %s ADD PRIMARY KEY (row_no)".formatted(table)).update();
        jdbc.sql("ANALYZE " + table).update();
        findByFields(table);
    }

    /** What the row says, else what the interaction says already, else a note. */
    private void judge(String rows, String table) {
        jdbc.sql("""
                CREATE TEMPORARY TABLE %2$s ON COMMIT DROP AS
                WITH known AS (
                  SELECT t.row_no, t.customer_id, t.interaction_id, t.occurred_at, i.id AS fact_id,
                    CASE WHEN i.id IS NOT NULL THEN i END AS stored,
                    coalesce(upper(t.kind), i.kind, 'NOTE') AS new_kind,
                    coalesce(upper(t.direction), i.direction, 'NONE') AS new_direction,
                    coalesce(t.subject, i.subject) AS new_subject, coalesce(t.body, i.body) AS new_body,
                    coalesce(t.purpose, i.purpose) AS new_purpose, coalesce(t.outcome, i.outcome) AS new_outcome
                  FROM (%1$s) t %9$s
                  OFFSET 0
                ), judged AS (
                  SELECT t.*, CASE %3$s END AS rule, fact_id IS NOT NULL AND %7$s = %8$s AS same
                  FROM known t ORDER BY row_no
                )
                SELECT row_no, customer_id, interaction_id, occurred_at, fact_id, new_kind, new_direction, new_subject, new_body,
                  new_purpose, new_outcome,
                  CASE WHEN rule IS NOT NULL THEN NULL WHEN fact_id IS NULL THEN 'CREATED' WHEN same THEN 'UNCHANGED'
                    ELSE 'UPDATED' END AS action,
                  CASE %4$s END AS refused_field, CASE %5$s END AS refused_key, CASE %6$s END AS refused_arg,
                  CASE WHEN rule IS NULL AND fact_id IS NULL
                    THEN nextval(pg_get_serial_sequence('interaction', 'id')) END AS new_id,
                  NULL::jsonb AS before, NULL::jsonb AS after
                FROM judged""".formatted(
                                rows,
                                table,
                                cases("WHEN %2$s THEN %1$d"),
                                cases("WHEN rule = %1$d THEN '%3$s'"),
                                cases("WHEN rule = %1$d THEN '%4$s'"),
                                cases("WHEN rule = %1$d THEN %5$s"),
                                FIELDS_OF_ROW,
                                FIELDS_OF_INTERACTION.replace("i.", "(t.stored)."),
                                exist(rows, "own_id IS NOT NULL") ? BY_EITHER_ID : BY_ID))
                .update();
    }

    private boolean exist(String rows, String condition) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM (%s) t WHERE %s)".formatted(rows, condition))
                .query(Boolean.class)
                .single();
    }

    private static String cases(String pattern) {
        return IntStream.range(0, RULES.size())
                .mapToObj(i -> {
                    Rule rule = RULES.get(i);
                    return pattern.formatted(i + 1, rule.condition(), rule.field(), rule.key(), rule.arg());
                })
                .collect(Collectors.joining(" "));
    }

    /** Rows without an id are known by all their fields: the k-th of equal rows is the k-th of equal interactions. */
    private void findByFields(String table) {
        String stored =
                "EXISTS (SELECT 1 FROM interaction i WHERE i.customer_id = t.customer_id AND i.occurred_at = t.occurred_at)";
        String nameless = "t.interaction_id IS NULL AND t.fact_id IS NULL AND t.refused_key IS NULL AND " + stored;
        if (!exist("SELECT * FROM " + table, nameless)) {
            return;
        }
        jdbc.sql("""
                UPDATE %1$s t SET fact_id = stored.id, action = 'UNCHANGED', new_id = NULL
                FROM (SELECT t.row_no, %2$s AS fields, row_number() OVER (PARTITION BY %2$s ORDER BY t.row_no) AS n
                      FROM %1$s t WHERE %4$s) asked
                JOIN (SELECT i.id, %3$s AS fields, row_number() OVER (PARTITION BY %3$s ORDER BY i.id) AS n
                      FROM interaction i
                      WHERE EXISTS (SELECT 1 FROM %1$s t WHERE t.customer_id = i.customer_id AND t.occurred_at = i.occurred_at)
                        AND NOT EXISTS (SELECT 1 FROM %1$s t WHERE t.fact_id = i.id)) stored USING (fields, n)
                WHERE asked.row_no = t.row_no""".formatted(table, FIELDS_OF_ROW, FIELDS_OF_INTERACTION, nameless))
                .update();
    }

    private static String names(Enum<?>[] values) {
        return Stream.of(values).map(value -> "'" + value.name() + "'").collect(Collectors.joining(", "));
    }

    private record Rule(String field, String key, String arg, String condition) {}
}

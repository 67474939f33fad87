package dev.rapport.interaction;

import dev.rapport.customer.CustomerSummaries;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for many interactions at once: the same rules as {@link InteractionService}, set by set. It works on a table of
 * the caller's with {@link #COLUMNS}, texts cleaned as {@link WhatHappened} does; what the file does not have stays null (a
 * missing kind is a note); {@code own_id} is the row that {@code interaction_id} is known to mean. {@link #check} adds what became of each row: {@code action} (CREATED, UPDATED, UNCHANGED, or null
 * where it is refused), {@code refused_field}, {@code refused_key}, {@code refused_arg} (a {@link
 * dev.rapport.platform.Refused} in columns), {@code fact_id} of the interaction it is or {@code new_id} of the one it will be;
 * {@link #store} fills {@code before} and {@code after} (row images, for {@link #restore}).
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class InteractionBatch {
    public static final String COLUMNS = """
            row_no bigint PRIMARY KEY, customer_id bigint NOT NULL, interaction_id text, kind text, direction text,
            occurred_at timestamptz, subject text, body text, purpose text, outcome text,
            own_id bigint""";

    private static final String TIMELINE = """
            SELECT customer_id, 'interaction' AS source, id AS source_id, kind, occurred_at AS happened_at, false AS all_day,
                   direction, subject AS title, body, outcome, NULL::numeric AS amount, NULL::char(3) AS currency,
                   NULL::smallint AS score
            FROM interaction WHERE id IN (%s)""";

    private static final String NEW_TIMELINE = """
            SELECT customer_id, 'interaction' AS source, new_id AS source_id, new_kind AS kind, occurred_at AS happened_at,
                   false AS all_day, new_direction AS direction, new_subject AS title, new_body AS body, new_outcome AS outcome,
                   NULL::numeric AS amount, NULL::char(3) AS currency, NULL::smallint AS score
            FROM %s WHERE action = 'CREATED'""";

    /** Which interactions {@code f} of an import {@link #remove} takes: those not edited since. */
    public static final String GOING = "f.version = 0";

    private final InteractionCheck check;
    private final TimelineBatch timeline;
    private final CustomerSummaries summaries;
    private final JdbcClient jdbc;
    private final Clock clock;

    InteractionBatch(
            InteractionCheck check, TimelineBatch timeline, CustomerSummaries summaries, JdbcClient jdbc, Clock clock) {
        this.check = check;
        this.timeline = timeline;
        this.summaries = summaries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Decides what would become of each row. Writes nothing but the table. */
    public void check(String table) {
        check.run("SELECT * FROM " + table, table + "_checked");
        sql("DROP TABLE %s", table).update();
        sql("ALTER TABLE %1$s_checked RENAME TO %1$s", table).update();
    }

    /** The same for rows that a query gives, with the columns of {@link #COLUMNS}: makes the table. */
    public void check(String rows, String table) {
        check.run(rows, table);
    }

    /** Writes the rows of a checked table, their timeline entries and, last since others wait for it, the summaries of their customers. */
    public void store(String table, @Nullable Long importId) {
        insert(table, importId);
        timeline.add(NEW_TIMELINE.formatted(table));
        update(table);
        sql("""
                        CREATE TEMPORARY TABLE interaction_touched ON COMMIT DROP AS
                        SELECT DISTINCT customer_id FROM %s WHERE action IN ('CREATED', 'UPDATED')""", table).update();
        refresh("SELECT customer_id FROM interaction_touched");
        jdbc.sql("DROP TABLE interaction_touched").update();
    }

    private void insert(String table, @Nullable Long importId) {
        sql("""
                        INSERT INTO interaction (id, customer_id, external_id, kind, direction, occurred_at, subject, body,
                                                 purpose, outcome, created_at, import_id)
                        SELECT new_id, customer_id, interaction_id, new_kind, new_direction, occurred_at, new_subject, new_body,
                               new_purpose, new_outcome, :now, :import
                        FROM %s WHERE action = 'CREATED'""", table)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("import", importId, Types.BIGINT)
                .update();
    }

    private void update(String table) {
        if (!sql("SELECT EXISTS (SELECT 1 FROM %s WHERE action = 'UPDATED')", table)
                .query(Boolean.class)
                .single()) {
            return;
        }
        keepImage(table, "before");
        sql("""
                        UPDATE interaction i
                        SET kind = t.new_kind, direction = t.new_direction, occurred_at = t.occurred_at, subject = t.new_subject,
                            body = t.new_body, purpose = t.new_purpose, outcome = t.new_outcome, version = i.version + 1
                        FROM %s t WHERE t.action = 'UPDATED' AND i.id = t.fact_id""", table).update();
        keepImage(table, "after");
        timeline.put(TIMELINE.formatted("SELECT fact_id FROM %s WHERE action = 'UPDATED'".formatted(table)), Map.of());
    }

    private void keepImage(String table, String column) {
        sql(
                        "UPDATE %s t SET " + column
                                + " = to_jsonb(i) FROM interaction i WHERE t.action = 'UPDATED' AND i.id = t.fact_id",
                        table)
                .update();
    }

    /**
     * Takes an import's interactions out again, but for those that were edited since. Its customers are taken back next.
     *
     * @return the ids of those that stay
     */
    public List<Long> remove(long importId) {
        Map<String, Long> params = Map.of("import", importId);
        jdbc.sql("""
                        CREATE TEMPORARY TABLE interaction_going ON COMMIT DROP AS
                        SELECT f.id, f.customer_id FROM interaction f WHERE f.import_id = :import AND %s""".formatted(GOING)).params(params).update();
        jdbc.sql("ANALYZE interaction_going").update();
        timeline.remove(TimelineEntry.Source.INTERACTION, "SELECT id FROM interaction_going", Map.of());
        jdbc.sql("DELETE FROM interaction WHERE id IN (SELECT id FROM interaction_going)")
                .update();
        // Of the import's own customers those go too, or are summed up when they are stripped, whom nobody has edited.
        summaries.refreshWhere(InteractionSummary.class, """
                customer_id IN (
                  SELECT c.id FROM customer c
                  WHERE c.id IN (SELECT customer_id FROM interaction_going)
                    AND (c.import_id IS DISTINCT FROM :import OR c.version > 0))""", Map.of("import", importId));
        jdbc.sql("DROP TABLE interaction_going").update();
        return jdbc.sql("SELECT id FROM interaction WHERE import_id = :import ORDER BY id")
                .params(params)
                .query(Long.class)
                .list();
    }

    /**
     * Puts updated interactions back to what they were, but for those that changed since.
     *
     * @param table with {@code fact_id bigint, before jsonb, after jsonb} as {@link #store} left them
     * @return the ids of those that stay
     */
    public List<Long> restore(String table) {
        sql("""
                        UPDATE interaction i
                        SET kind = b.kind, direction = b.direction, occurred_at = b.occurred_at, subject = b.subject,
                            body = b.body, purpose = b.purpose, outcome = b.outcome, version = i.version + 1
                        FROM %s t, jsonb_populate_record(NULL::interaction, t.before) b
                        WHERE i.id = t.fact_id AND to_jsonb(i) @> t.after""", table).update();
        List<Long> kept = sql("""
                        SELECT t.fact_id FROM %s t JOIN interaction i ON i.id = t.fact_id
                        WHERE NOT to_jsonb(i) @> (t.before - 'version') ORDER BY t.fact_id""", table).query(Long.class).list();
        timeline.put(TIMELINE.formatted("SELECT fact_id FROM " + table), Map.of());
        refresh("SELECT customer_id FROM interaction WHERE id IN (SELECT fact_id FROM %s)".formatted(table));
        return kept;
    }

    private void refresh(String customers) {
        summaries.refreshWhere(InteractionSummary.class, "customer_id IN (%s)".formatted(customers), Map.of());
    }

    private JdbcClient.StatementSpec sql(String text, String table) {
        return jdbc.sql(text.formatted(table));
    }
}

package dev.rapport.task;

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
 * The door for many follow-ups at once: the same rules as {@link TaskService}, set by set. {@link #check} says in {@code action}
 * what becomes of each row (CREATED, UPDATED, UNCHANGED, or null where it is refused, with {@code refused_field}, {@code
 * refused_key} and {@code refused_arg}); {@link #store} fills {@code fact_id}, {@code before} and {@code after}.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TaskBatch {
    /** Which of an import's follow-ups, {@code f}, its undo takes out. */
    public static final String GOING = "f.version = 0";

    private final TaskCheck check;
    private final CustomerSummaries summaries;
    private final JdbcClient jdbc;
    private final Clock clock;

    TaskBatch(TaskCheck check, CustomerSummaries summaries, JdbcClient jdbc, Clock clock) {
        this.check = check;
        this.summaries = summaries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param rows a SELECT of {@code row_no, customer_id, task_id, title, due_on, due_time, done_at, own_id}; titles are clean,
     *     {@code own_id} is the row that {@code task_id} is known to mean, and a customer is optional
     */
    public void check(String rows, String table) {
        check.run(rows, table);
    }

    public void store(String table, @Nullable Long importId) {
        sql("""
                UPDATE %1$s t SET fact_id = n.id FROM (
                  SELECT row_no, nextval(pg_get_serial_sequence('task', 'id')) AS id
                  FROM (SELECT row_no FROM %1$s WHERE action = 'CREATED' ORDER BY row_no) ordered) n
                WHERE t.row_no = n.row_no""", table).update();
        sql("""
                INSERT INTO task (id, customer_id, external_id, title, due_on, due_time, done_at, created_at, import_id)
                SELECT fact_id, customer_id, task_id, title, due_on, due_time, done_at, :now, :import
                FROM %s WHERE action = 'CREATED' ORDER BY row_no""", table)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("import", importId, Types.BIGINT)
                .update();
        keepImage(table, "before");
        sql("""
                UPDATE task x SET customer_id = t.new_customer, title = t.title, due_on = t.due_on, due_time = t.new_time,
                  done_at = t.new_done, version = x.version + 1
                FROM %s t WHERE t.action = 'UPDATED' AND x.id = t.fact_id""", table).update();
        keepImage(table, "after");
        refresh("SELECT customer_id FROM %1$s UNION SELECT (before ->> 'customer_id')::bigint FROM %1$s"
                .formatted(table));
    }

    private void keepImage(String table, String column) {
        sql(
                        "UPDATE %s t SET " + column
                                + " = to_jsonb(x) FROM task x WHERE t.action = 'UPDATED' AND x.id = t.fact_id",
                        table)
                .update();
    }

    /**
     * Takes an import's follow-ups out again, but for those that were touched since.
     *
     * @return the ids of those that stay
     */
    public List<Long> remove(long importId) {
        Map<String, Long> params = Map.of("import", importId);
        List<Long> customers = jdbc.sql("DELETE FROM task f WHERE import_id = :import AND " + GOING
                        + " RETURNING coalesce(customer_id, 0)")
                .params(params)
                .query(Long.class)
                .list();
        List<Long> touched = customers.stream().filter(it -> it != 0).distinct().toList();
        if (!touched.isEmpty()) {
            summaries.refresh(TaskSummary.class, touched);
        }
        return jdbc.sql("SELECT id FROM task WHERE import_id = :import ORDER BY id")
                .params(params)
                .query(Long.class)
                .list();
    }

    /**
     * Puts updated follow-ups back to what they were, but for those that changed since.
     *
     * @param table with {@code fact_id bigint, before jsonb, after jsonb} as {@link #store} left them
     * @return the ids of those that stay
     */
    public List<Long> restore(String table) {
        sql("""
                UPDATE task x SET customer_id = b.customer_id, title = b.title, due_on = b.due_on, due_time = b.due_time,
                  done_at = b.done_at, version = x.version + 1
                FROM %s t, jsonb_populate_record(NULL::task, t.before) b
                WHERE x.id = t.fact_id AND to_jsonb(x) = t.after""", table).update();
        refresh("""
                SELECT (before ->> 'customer_id')::bigint FROM %1$s UNION SELECT (after ->> 'customer_id')::bigint FROM %1$s""".formatted(table));
        return sql("""
                SELECT t.fact_id FROM %s t JOIN task x ON x.id = t.fact_id
                WHERE to_jsonb(x) - 'version' <> t.before - 'version' ORDER BY t.fact_id""", table).query(Long.class).list();
    }

    private void refresh(String customers) {
        summaries.refreshWhere(TaskSummary.class, "customer_id IN (%s)".formatted(customers), Map.of());
    }

    private JdbcClient.StatementSpec sql(String text, String table) {
        return jdbc.sql(text.formatted(table));
    }
}

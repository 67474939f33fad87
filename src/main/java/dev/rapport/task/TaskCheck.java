package dev.rapport.task;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds for each row of a {@link TaskBatch} the follow-up that it is, and what keeps it out. */
@Component
class TaskCheck {
    private static final String FIELDS = "ROW(customer_id, title, due_on, due_time)::text";
    private final JdbcClient jdbc;

    TaskCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void run(String rows, String table) {
        jdbc.sql("CREATE TEMPORARY TABLE " + table + " ON COMMIT DROP AS " + rows)
                .update();
        sql("""
                ALTER TABLE %s ADD PRIMARY KEY (row_no),
                  ADD COLUMN fact_id bigint, ADD COLUMN action text, ADD COLUMN before jsonb, ADD COLUMN after jsonb,
                  ADD COLUMN refused_field text, ADD COLUMN refused_key text, ADD COLUMN refused_arg text,
                  ADD COLUMN new_customer bigint, ADD COLUMN new_time time, ADD COLUMN new_done timestamptz""", table);
        sql("ANALYZE %s", table);
        refuse(
                table,
                "dueOn",
                "task.refused.due",
                "NULL",
                "NOT due_on BETWEEN date '1900-01-01' AND date '2199-12-31'");
        refuse(table, "taskId", "task.refused.id-twice", "task_id", """
                row_no IN (SELECT row_no FROM (
                  SELECT row_no, row_number() OVER (PARTITION BY task_id ORDER BY row_no) AS n
                  FROM %s WHERE task_id IS NOT NULL) twice WHERE n > 1)""".formatted(table));
        sql("UPDATE %s t SET fact_id = x.id FROM task x WHERE x.external_id = t.task_id", table);
        sql("UPDATE %s t SET fact_id = x.id FROM task x WHERE t.fact_id IS NULL AND x.id = t.own_id", table);
        findByFields(table);
        decide(table);
    }

    /** Rows without an id: the k-th of equal rows is the k-th of equal follow-ups. */
    private void findByFields(String table) {
        sql("""
                UPDATE %%1$s t SET fact_id = stored.id
                FROM (SELECT row_no, %1$s AS fields, row_number() OVER (PARTITION BY %1$s ORDER BY row_no) AS n
                      FROM %%1$s WHERE task_id IS NULL AND refused_key IS NULL) asked
                JOIN (SELECT id, %1$s AS fields, row_number() OVER (PARTITION BY %1$s ORDER BY id) AS n
                      FROM task x WHERE NOT EXISTS (SELECT 1 FROM %%1$s f WHERE f.fact_id = x.id)) stored USING (fields, n)
                WHERE asked.row_no = t.row_no""".formatted(FIELDS), table);
    }

    private void decide(String table) {
        sql("""
                UPDATE %1$s t SET new_customer = coalesce(t.customer_id, x.customer_id),
                  new_time = coalesce(t.due_time, x.due_time), new_done = coalesce(t.done_at, x.done_at)
                FROM %1$s s LEFT JOIN task x ON x.id = s.fact_id WHERE s.row_no = t.row_no""", table);
        sql("""
                UPDATE %s t SET action = CASE
                  WHEN t.fact_id IS NULL THEN 'CREATED'
                  WHEN EXISTS (
                    SELECT 1 FROM task x WHERE x.id = t.fact_id
                      AND ROW(x.customer_id, x.title, x.due_on, x.due_time, x.done_at)
                        IS NOT DISTINCT FROM ROW(t.new_customer, t.title, t.due_on, t.new_time, t.new_done)) THEN 'UNCHANGED'
                  ELSE 'UPDATED' END
                WHERE t.refused_key IS NULL""", table);
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
}

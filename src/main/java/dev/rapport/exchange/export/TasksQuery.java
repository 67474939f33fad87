package dev.rapport.exchange.export;

/** Reads follow-ups, open and done; some are nobody's. */
final class TasksQuery {
    static final String SQL = """
            SELECT coalesce(t.external_id, :origin || '-t' || t.id) AS "taskId",
              coalesce((SELECT k.key FROM customer_key k WHERE k.customer_id = c.id ORDER BY k.key LIMIT 1), :origin || '-c' || c.id)
                AS "customerKey", c.external_id AS "externalId", c.name AS "name",
              t.title AS "title", t.due_on AS "dueOn", t.due_time AS "dueTime", t.done_at AS "doneAt"
            FROM task t LEFT JOIN customer c ON c.id = t.customer_id ORDER BY t.id""";

    private TasksQuery() {}
}

package dev.rapport.task;

import dev.rapport.platform.Cursor;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads follow-ups, those due first before the others. */
@Component
@Transactional(readOnly = true)
public class TaskSearch {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final String SELECT = """
            SELECT t.id, t.version, t.customer_id, c.name AS customer_name, t.interaction_id, t.title, t.due_on, t.due_time,
                   t.done_at, t.created_at
            FROM task t LEFT JOIN customer c ON c.id = t.customer_id
            """;
    private final JdbcClient jdbc;

    TaskSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public TaskDetails get(long id) {
        return jdbc.sql(SELECT + "WHERE t.id = :id")
                .param("id", id)
                .query(TaskDetails.class)
                .optional()
                .orElseThrow(() -> new NotFound("task", id));
    }

    /** Open ones due on {@code until} or before. */
    public Slice<TaskDetails> due(LocalDate until, int limit, @Nullable Cursor after) {
        List<TaskDetails> rows = jdbc.sql(SELECT + """
                        WHERE t.done_at IS NULL AND t.due_on <= :until AND (t.due_on, t.id) > (:day, :id)
                        ORDER BY t.due_on, t.id LIMIT :limit""")
                .param("until", until)
                .param("day", position(after))
                .param("id", after == null ? 0 : after.id())
                .param("limit", limit + 1)
                .query(TaskDetails.class)
                .list();
        return Slice.of(rows, limit, row -> new Cursor(row.dueOn().toString(), row.id()));
    }

    public Slice<TaskDetails> open(int limit, @Nullable Cursor after) {
        return due(LAST, limit, after);
    }

    public int countDue(LocalDate until) {
        return jdbc.sql("SELECT count(*) FROM task WHERE done_at IS NULL AND due_on <= :until")
                .param("until", until)
                .query(Integer.class)
                .single();
    }

    /** Those done last, newest first. */
    public List<TaskDetails> lastDone(int limit) {
        return jdbc.sql(SELECT + "WHERE t.done_at IS NOT NULL ORDER BY t.done_at DESC, t.id DESC LIMIT :limit")
                .param("limit", limit)
                .query(TaskDetails.class)
                .list();
    }

    /** Open and done, by the day they are or were due. */
    public Slice<TaskDetails> ofCustomer(long customerId, int limit, @Nullable Cursor after) {
        List<TaskDetails> rows = jdbc.sql(SELECT + """
                        WHERE t.customer_id = :customer AND (t.due_on, t.id) > (:day, :id)
                        ORDER BY t.due_on, t.id LIMIT :limit""")
                .param("customer", customerId)
                .param("day", position(after))
                .param("id", after == null ? 0 : after.id())
                .param("limit", limit + 1)
                .query(TaskDetails.class)
                .list();
        return Slice.of(rows, limit, row -> new Cursor(row.dueOn().toString(), row.id()));
    }

    public List<TaskDetails> openOfCustomer(long customerId, int limit) {
        return jdbc.sql(SELECT + """
                        WHERE t.customer_id = :customer AND t.done_at IS NULL
                        ORDER BY t.due_on, t.due_time NULLS LAST, t.id LIMIT :limit""")
                .param("customer", customerId)
                .param("limit", limit)
                .query(TaskDetails.class)
                .list();
    }

    private static LocalDate position(@Nullable Cursor after) {
        if (after == null) {
            return FIRST;
        }
        try {
            LocalDate day = LocalDate.parse(after.value());
            if (day.isBefore(FIRST) || day.isAfter(LAST)) {
                throw new Refused("after", "platform.refused.cursor");
            }
            return day;
        } catch (DateTimeException e) {
            throw new Refused("after", "platform.refused.cursor");
        }
    }
}

package dev.rapport.interaction;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** {@link Timeline} for many facts at once: what to write is given as SQL. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TimelineBatch {
    /** What the query given to {@link #put} must name, in any order. */
    public static final String COLUMNS =
            "customer_id, source, source_id, kind, happened_at, all_day, direction, title, body,"
                    + " outcome, amount, currency, score";

    private static final int MANY = 5000;

    private final JdbcClient jdbc;

    TimelineBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the rows of facts that are new, as {@link #put} does. */
    public void add(String rows) {
        learn(jdbc.sql("INSERT INTO timeline_entry (%1$s) SELECT %1$s FROM (%2$s) facts".formatted(COLUMNS, rows))
                .update());
    }

    /**
     * Adds the rows of facts, or makes those they have say this.
     *
     * @param rows a SELECT of all {@link #COLUMNS}; a day without a time is {@code (day + time '12:00') AT TIME ZONE 'UTC'}
     */
    public void put(String rows, Map<String, ?> params) {
        learn(jdbc.sql("""
                        INSERT INTO timeline_entry (%1$s) SELECT %1$s FROM (%2$s) facts
                        ON CONFLICT (source, source_id) DO UPDATE SET
                          customer_id = excluded.customer_id, kind = excluded.kind, happened_at = excluded.happened_at,
                          all_day = excluded.all_day, direction = excluded.direction, title = excluded.title,
                          body = excluded.body, outcome = excluded.outcome, amount = excluded.amount,
                          currency = excluded.currency, score = excluded.score""".formatted(COLUMNS, rows)).params(params).update());
    }

    /** Until the server looks at the table by itself, it takes it for as small as it was: an undo within the minute took many. */
    private void learn(int written) {
        if (written > MANY) {
            jdbc.sql("ANALYZE timeline_entry").update();
        }
    }

    /** @param ids a SELECT of the facts' ids */
    public void remove(TimelineEntry.Source source, String ids, Map<String, ?> params) {
        jdbc.sql("DELETE FROM timeline_entry WHERE source = '%s' AND source_id IN (%s)".formatted(source.code(), ids))
                .params(params)
                .update();
    }
}

package dev.rapport.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the change log, newest first. */
@Component
@Transactional(readOnly = true)
public class ChangeHistory {
    private static final String SELECT = """
            SELECT c.id, c.happened_at, c.account_id, c.via, c.entity, c.entity_id, c.customer_id, c.action,
                   c.before::text AS before, c.after::text AS after, u.id AS undone_by
            FROM change_log c LEFT JOIN change_log u ON u.undoes = c.id
            """;
    private final JdbcClient jdbc;

    ChangeHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Slice<LoggedChange> ofCustomer(long customerId, int limit, @Nullable Cursor after) {
        List<LoggedChange> rows = jdbc.sql(
                        SELECT + "WHERE c.customer_id = :customer AND c.id < :before ORDER BY c.id DESC LIMIT :limit")
                .param("customer", customerId)
                .param("before", after == null ? Long.MAX_VALUE : after.id())
                .param("limit", limit + 1)
                .query(LoggedChange.class)
                .list();
        return Slice.of(rows, limit, row -> new Cursor("", row.id()));
    }

    /** Locks the row, so that two tabs cannot undo it twice. */
    @Transactional
    LoggedChange forUndo(long id) {
        return jdbc.sql(SELECT + "WHERE c.id = :id FOR UPDATE OF c")
                .param("id", id)
                .query(LoggedChange.class)
                .optional()
                .orElseThrow(() -> new NotFound("change", id));
    }
}

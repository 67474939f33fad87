package dev.rapport.interaction;

import dev.rapport.platform.Cursor;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads interactions whole; for what happened with a customer altogether see {@link TimelineSearch}. */
@Component
@Transactional(readOnly = true)
public class InteractionSearch {
    private static final String SELECT = """
            SELECT i.id, i.version, i.customer_id, c.name AS customer_name, i.kind, i.direction, i.occurred_at, i.subject,
                   i.body, i.purpose, i.outcome, i.created_at
            FROM interaction i JOIN customer c ON c.id = i.customer_id
            """;
    private final JdbcClient jdbc;

    InteractionSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public InteractionDetails get(long id) {
        return jdbc.sql(SELECT + "WHERE i.id = :id")
                .param("id", id)
                .query(InteractionDetails.class)
                .optional()
                .orElseThrow(() -> new NotFound("interaction", id));
    }

    public boolean exists(long id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM interaction WHERE id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Newest first. */
    public Slice<InteractionDetails> ofCustomer(long customerId, int limit, @Nullable Cursor after) {
        List<InteractionDetails> rows = jdbc.sql(SELECT + """
                        WHERE i.customer_id = :customer AND (i.occurred_at, i.id) < (:at, :id)
                        ORDER BY i.occurred_at DESC, i.id DESC LIMIT :limit""")
                .param("customer", customerId)
                .param("at", TimelineSearch.position(after))
                .param("id", after == null ? Long.MAX_VALUE : after.id())
                .param("limit", limit + 1)
                .query(InteractionDetails.class)
                .list();
        return Slice.of(rows, limit, row -> new Cursor(row.occurredAt().toString(), row.id()));
    }
}

package dev.rapport.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who was erased, by number: when, by whom, why and what was kept. */
@Component
@Transactional(readOnly = true)
public class ErasureRecords {
    /** @param purchases how many stayed, of nobody */
    public record Entry(
            long id,
            long customerId,
            Instant erasedAt,
            @Nullable String who,
            String reason,
            int purchases) {}

    private final JdbcClient jdbc;

    ErasureRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Latest first. */
    public List<Entry> all(int limit) {
        return jdbc.sql("""
                        SELECT e.id, e.customer_id, e.erased_at, coalesce(nullif(a.name, ''), a.email) AS who, e.reason,
                               coalesce((e.kept ->> 'purchase')::integer, 0) AS purchases
                        FROM erasure e LEFT JOIN account a ON a.id = e.account_id
                        ORDER BY e.erased_at DESC, e.id DESC LIMIT :limit""").param("limit", limit).query(Entry.class).list();
    }
}

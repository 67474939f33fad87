package dev.rapport.customer;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** {@link SortKey} for the names of a whole staging table of {@link CustomerBatch}. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SortKeys {
    private static final int AT_ONCE = 5000;

    private final JdbcTemplate jdbc;

    SortKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Fills {@code sort_key} wherever there is a name; each row has its {@code customer_id}. */
    public void fill(String staging) {
        jdbc.execute("CREATE TEMPORARY TABLE sort_key_of (customer_id bigint, sort_key bytea) ON COMMIT DROP");
        List<Named> some = after(staging, Long.MIN_VALUE);
        while (!some.isEmpty()) {
            var ids = new ArrayList<Long>(some.size());
            var keys = new ArrayList<byte[]>(some.size());
            for (Named one : some) {
                ids.add(one.id());
                keys.add(SortKey.of(one.name()));
            }
            jdbc.update(
                    "INSERT INTO sort_key_of SELECT * FROM unnest(?::bigint[], ?::bytea[])",
                    ids.toArray(Long[]::new),
                    keys.toArray(byte[][]::new));
            some = after(staging, ids.get(ids.size() - 1));
        }
        jdbc.update("UPDATE %s s SET sort_key = k.sort_key FROM sort_key_of k WHERE k.customer_id = s.customer_id"
                .formatted(staging));
        jdbc.execute("DROP TABLE sort_key_of");
    }

    private List<Named> after(String staging, long id) {
        return jdbc.query(
                "SELECT customer_id, name FROM %s WHERE name IS NOT NULL AND customer_id > ? ORDER BY customer_id LIMIT ?"
                        .formatted(staging),
                (row, n) -> new Named(row.getLong(1), row.getString(2)),
                id,
                AT_ONCE);
    }

    private record Named(long id, String name) {}
}

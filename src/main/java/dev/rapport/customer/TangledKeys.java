package dev.rapport.customer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the tangled keys of {@link CustomerMatch} in order, and writes down what {@link CustomerFinder} makes of them. */
@Component
class TangledKeys {
    private static final int AT_ONCE = 1000;
    private final JdbcTemplate jdbc;

    TangledKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void resolve() {
        var finder = new CustomerFinder(new Numbers());
        var found = new ArrayList<Object[]>();
        for (CustomerKey key : keys()) {
            CustomerFinder.Found one = finder.find(key);
            found.add(new Object[] {one.customerId(), one.isNew(), one.holder(), one.rowNo()});
        }
        jdbc.batchUpdate(
                "UPDATE match_key SET customer_id = ?, is_new = ?, holder = ? WHERE row_no = ?", found, new int[] {
                    java.sql.Types.BIGINT, java.sql.Types.BOOLEAN, java.sql.Types.VARCHAR, java.sql.Types.BIGINT
                });
    }

    private List<CustomerKey> keys() {
        jdbc.execute("CREATE INDEX ON match_key (row_no)");
        var keys = new ArrayList<CustomerKey>();
        jdbc.query("""
                SELECT k.row_no, k.external_id, k.email, k.phone, n.kind, n.id, n.external_id AS known_external_id
                FROM match_key k LEFT JOIN match_known n USING (row_no) WHERE k.tangled ORDER BY k.row_no, n.id""", row -> {
            long rowNo = row.getLong("row_no");
            CustomerKey key = keys.isEmpty() ? null : keys.get(keys.size() - 1);
            if (key == null || key.rowNo() != rowNo) {
                key = new CustomerKey(
                        rowNo,
                        row.getString("external_id"),
                        row.getString("email"),
                        row.getString("phone"),
                        new ArrayList<>(),
                        new ArrayList<>());
                keys.add(key);
            }
            @Nullable String kind = row.getString("kind");
            if (kind != null) {
                var known = new CustomerKey.Known(row.getLong("id"), row.getString("known_external_id"));
                (kind.equals("EMAIL") ? key.byEmail() : key.byPhone()).add(known);
            }
        });
        return keys;
    }

    /** Numbers for new customers, many at a time. */
    private final class Numbers implements java.util.function.LongSupplier {
        private final Deque<Long> free = new ArrayDeque<>();

        @Override
        public long getAsLong() {
            if (free.isEmpty()) {
                free.addAll(jdbc.queryForList(
                        "SELECT nextval(pg_get_serial_sequence('customer', 'id')) FROM generate_series(1, ?)",
                        Long.class,
                        AT_ONCE));
            }
            return free.remove();
        }
    }
}

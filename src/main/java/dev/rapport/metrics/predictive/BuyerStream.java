package dev.rapport.metrics.predictive;

import dev.rapport.metrics.CustomerGroup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All buyers in the order of their numbers, as {@link BuyerQuery} defines them. Most have no refunds: they are read off an index
 * in its order, and those who have take their place among them.
 */
final class BuyerStream {

    /** @param buyer null where everything was refunded */
    private record Refunded(long customer, @Nullable BuyerRow buyer) {}

    private static final int FETCH = 5000;

    private static final String PLAIN = """
            SELECT customer_id, max(nth) - 1 AS x, max(day) - min(day) AS tx, :asOf - min(day) AS t,
                   sum(base_amount) FILTER (WHERE nth > 1) / nullif(max(nth) - 1, 0) AS m
            FROM (SELECT customer_id, purchased_on AS day, base_amount,
                         dense_rank() OVER (PARTITION BY customer_id ORDER BY purchased_on) AS nth
                  FROM purchase WHERE amount >= 0 AND purchased_on <= :asOf %s) bought
            GROUP BY customer_id
            """;

    private static final String REFUNDS =
            "SELECT DISTINCT customer_id FROM purchase WHERE amount < 0 AND purchased_on <= :asOf";

    private final JdbcClient jdbc;

    BuyerStream(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One by one, within a transaction: however many there are, few are in memory. */
    void each(LocalDate asOf, CustomerGroup group, BiConsumer<String, BuyerRow> consumer) {
        read("SELECT *, '' AS word FROM (" + PLAIN + ") b ORDER BY customer_id", asOf, group, consumer);
    }

    /** @param word a column of the customer (alias c) */
    void with(String word, LocalDate asOf, CustomerGroup group, BiConsumer<String, BuyerRow> consumer) {
        read(
                "SELECT b.*, " + word + " AS word FROM (" + PLAIN
                        + ") b JOIN customer c ON c.id = b.customer_id ORDER BY b.customer_id",
                asOf,
                group,
                consumer);
    }

    private void read(String sql, LocalDate asOf, CustomerGroup group, BiConsumer<String, BuyerRow> consumer) {
        try (Stream<Refunded> refunded = refunded(asOf, group)) {
            Iterator<Refunded> rest = refunded.iterator();
            Refunded[] next = {next(rest)};
            jdbc.sql(sql.formatted(group.and("customer_id")))
                    .params(group.parameters())
                    .param("asOf", asOf)
                    .withFetchSize(FETCH)
                    .query(row -> {
                        BuyerRow buyer = buyer(row);
                        while (next[0] != null && next[0].customer() < buyer.id()) {
                            next[0] = next(rest);
                        }
                        BuyerRow found = next[0] != null && next[0].customer() == buyer.id() ? next[0].buyer() : buyer;
                        if (found != null) {
                            consumer.accept(row.getString("word"), found);
                        }
                    });
        }
    }

    private Stream<Refunded> refunded(LocalDate asOf, CustomerGroup group) {
        String theirs = " AND customer_id IN (" + REFUNDS + ")";
        return jdbc
                .sql(BuyerQuery.bought(group.and("customer_id") + theirs, group.and("r.customer_id"))
                        + "SELECT r.customer_id, b.x, b.tx, b.t, b.m FROM (" + REFUNDS + group.and("customer_id")
                        + ") r LEFT JOIN (" + BuyerQuery.BUYER
                        + ") b ON b.customer_id = r.customer_id ORDER BY r.customer_id")
                .params(group.parameters())
                .param("asOf", asOf)
                .withFetchSize(FETCH)
                .query((row, number) ->
                        new Refunded(row.getLong("customer_id"), row.getObject("x") == null ? null : buyer(row)))
                .stream();
    }

    private static @Nullable Refunded next(Iterator<Refunded> rest) {
        return rest.hasNext() ? rest.next() : null;
    }

    static BuyerRow buyer(ResultSet row) throws SQLException {
        return new BuyerRow(
                row.getLong("customer_id"),
                null,
                row.getInt("x"),
                row.getInt("tx") / BuyerQuery.WEEK,
                row.getInt("t") / BuyerQuery.WEEK,
                row.getDouble("m"));
    }
}

package dev.rapport.metrics.rfm;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.formula.Rfm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Last purchase, number of purchases and net revenue of everyone who bought up to a day. */
@Component
class RfmQuery {

    /** Columns instead of rows: a million customers fit into a small memory. In the order of the customers' numbers. */
    static final class Columns {
        long[] customers = new long[1024];
        long[] days = new long[1024];
        long[] purchases = new long[1024];
        long[] amounts = new long[1024];
        int size;

        private void add(long customer, long recency, long count, BigDecimal amount) {
            if (size == customers.length) {
                resize(size * 2);
            }
            customers[size] = customer;
            days[size] = recency;
            purchases[size] = count;
            amounts[size++] = Rfm.units(amount);
        }

        private Columns resize(int length) {
            customers = Arrays.copyOf(customers, length);
            days = Arrays.copyOf(days, length);
            purchases = Arrays.copyOf(purchases, length);
            amounts = Arrays.copyOf(amounts, length);
            return this;
        }
    }

    private static final String SUMS = """
            SELECT customer_id, :asOf - max(purchased_on) FILTER (WHERE amount >= 0) AS recency,
                   count(*) FILTER (WHERE amount >= 0) AS frequency, sum(base_amount) AS amount
            FROM purchase WHERE purchased_on <= :asOf %s
            GROUP BY customer_id HAVING count(*) FILTER (WHERE amount >= 0) > 0
            """;

    private static final int FETCH = 5000;
    private static final int LOOKED_AT = 5000;

    private final JdbcClient jdbc;

    RfmQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Columns all(LocalDate asOf, CustomerGroup group) {
        Columns columns = new Columns();
        jdbc.sql(SUMS.formatted(group.and("customer_id")) + " ORDER BY customer_id")
                .params(group.parameters())
                .param("asOf", asOf)
                .withFetchSize(FETCH)
                .query(row -> {
                    columns.add(
                            row.getLong("customer_id"),
                            row.getLong("recency"),
                            row.getLong("frequency"),
                            row.getBigDecimal("amount"));
                });
        return columns.resize(columns.size);
    }

    /** Scored customers after a number, of some codes or all; looked for among ever more until there are enough. */
    List<RfmCustomer> customers(
            LocalDate asOf, CustomerGroup group, Rfm rfm, @Nullable Set<Integer> codes, long after, int limit) {
        List<RfmCustomer> found = new ArrayList<>();
        long from = after;
        for (int among = LOOKED_AT; found.size() < limit; among *= 4) {
            Long until = jdbc.sql("SELECT max(id) FROM (SELECT id FROM customer WHERE id > ? ORDER BY id LIMIT ?) next")
                    .params(from, among)
                    .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                    .single()
                    .orElse(null);
            if (until == null) {
                break;
            }
            found.addAll(customers(asOf, group, rfm, codes, from, until, limit - found.size()));
            from = until;
        }
        return found;
    }

    private List<RfmCustomer> customers(
            LocalDate asOf,
            CustomerGroup group,
            Rfm rfm,
            @Nullable Set<Integer> codes,
            long after,
            long until,
            int limit) {
        String scored = "SELECT customer_id, recency, frequency, amount, 6 - "
                + score("recency", rfm.recency().thresholds())
                + " AS r, " + score("frequency", rfm.frequency().thresholds()) + " AS f, "
                + score("round(amount * 10000)", rfm.amount().thresholds()) + " AS m FROM ("
                + SUMS.formatted(group.and("customer_id") + " AND customer_id > :after AND customer_id <= :until")
                + ") sums";
        return jdbc.sql("SELECT s.*, c.external_id, c.name FROM (" + scored
                        + ") s JOIN customer c ON c.id = s.customer_id"
                        + (codes == null
                                ? ""
                                : " WHERE 100 * r + 10 * f + m IN ("
                                        + codes.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")")
                        + " ORDER BY s.customer_id LIMIT :limit")
                .params(group.parameters())
                .param("asOf", asOf)
                .param("after", after)
                .param("until", until)
                .param("limit", limit)
                .query(RfmCustomer.class)
                .list();
    }

    private static String score(String value, long[] thresholds) {
        return Arrays.stream(thresholds)
                .mapToObj(from -> "(" + value + " >= " + from + ")::int")
                .collect(Collectors.joining(" + ", "(1 + ", ")"));
    }
}

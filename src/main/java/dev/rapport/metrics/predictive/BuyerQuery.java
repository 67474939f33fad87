package dev.rapport.metrics.predictive;

import dev.rapport.metrics.CustomerGroup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When customers bought, as of a day: purchases of a day are one, a refund lowers the day of the
 * purchase it names (else the latest purchase day before its own, else its own) from its own date on,
 * and a day that was refunded in full is none any more, neither for later refunds.
 */
@Component
public class BuyerQuery {

    record Bought(LocalDate day, long came, long again) {}

    record Fitted(StoredFit fit, List<BuyerRow> buyers) {}

    private static final String BOUGHT = """
            WITH paid AS (
              SELECT customer_id, purchased_on AS day, sum(base_amount) AS amount
              FROM purchase WHERE amount >= 0 AND purchased_on <= :asOf %1$s GROUP BY customer_id, purchased_on
            ), back AS (
              SELECT r.customer_id, array_agg(r.purchased_on ORDER BY r.purchased_on, r.refund_of IS NULL, r.id) AS days,
                     array_agg(o.purchased_on ORDER BY r.purchased_on, r.refund_of IS NULL, r.id) AS named,
                     array_agg(r.base_amount ORDER BY r.purchased_on, r.refund_of IS NULL, r.id) AS amounts
              FROM purchase r LEFT JOIN purchase o ON o.id = r.refund_of
              WHERE r.amount < 0 AND r.purchased_on <= :asOf %2$s GROUP BY r.customer_id
            ), own AS (
              SELECT customer_id, array_agg(day ORDER BY day) AS days, array_agg(amount ORDER BY day) AS amounts
              FROM (SELECT p.customer_id, p.purchased_on AS day, sum(p.base_amount) AS amount
                    FROM purchase p WHERE p.customer_id IN (SELECT customer_id FROM back)
                      AND p.amount >= 0 AND p.purchased_on <= :asOf GROUP BY p.customer_id, p.purchased_on) d
              GROUP BY customer_id
            ), lowered AS (
              SELECT o.customer_id, u.day, u.amount
              FROM own o JOIN back b USING (customer_id),
                   unnest(o.days, purchase_days_left(o.days, o.amounts, b.days, b.named, b.amounts)) AS u(day, amount)
            ), bought AS (
              SELECT p.customer_id, p.day, CASE WHEN l.day IS NULL THEN p.amount ELSE l.amount END AS amount
              FROM paid p LEFT JOIN lowered l ON l.customer_id = p.customer_id AND l.day = p.day
              WHERE l.day IS NULL OR l.amount IS NOT NULL
            )
            """;

    static final String BUYER = """
            SELECT customer_id, count(*) - 1 AS x, max(day) - min(day) AS tx, :asOf - min(day) AS t,
                   (sum(amount) - (array_agg(amount ORDER BY day))[1]) / nullif(count(*) - 1, 0) AS m
            FROM bought GROUP BY customer_id
            """;

    static final double WEEK = 7;

    private final JdbcClient jdbc;

    BuyerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Moves with every change of a purchase. */
    public long dataVersion() {
        return jdbc.sql("SELECT coalesce(sum(changes), 0) FROM purchase_change")
                .query(Long.class)
                .single();
    }

    /** Adds the changes up into one row; those that aren't committed yet stay apart. */
    void addUpChanges() {
        jdbc.sql("""
                WITH gone AS (DELETE FROM purchase_change RETURNING changes)
                INSERT INTO purchase_change SELECT sum(changes) FROM gone HAVING count(*) > 0
                """).update();
    }

    /** One by one in the order of their numbers, within a transaction: however many there are, few are in memory. */
    public void each(LocalDate asOf, CustomerGroup group, Consumer<BuyerRow> consumer) {
        new BuyerStream(jdbc).each(asOf, group, (word, buyer) -> consumer.accept(buyer));
    }

    /** The same with the names that others know them by. */
    void eachNamed(LocalDate asOf, CustomerGroup group, Consumer<BuyerRow> consumer) {
        new BuyerStream(jdbc).with("c.external_id", asOf, group, (name, buyer) -> consumer.accept(buyer.known(name)));
    }

    /** The same with the channel that each came by, as it is compared: lower case, empty where none was said. */
    public void eachOfChannel(LocalDate asOf, CustomerGroup group, BiConsumer<String, BuyerRow> consumer) {
        new BuyerStream(jdbc).with("lower(btrim(coalesce(c.source, '')))", asOf, group, consumer);
    }

    /** Some customers as of a day, with the last fit up to it: one row, however many they are, and none without a fit. */
    Optional<Fitted> withFit(List<Long> customers, LocalDate asOf) {
        return jdbc.sql(bought("AND customer_id = ANY (:ids)", "AND r.customer_id = ANY (:ids)") + """
                        SELECT f.*, b.*
                        FROM (SELECT * FROM clv_fit WHERE as_of BETWEEN :shownFrom AND :asOf
                              ORDER BY as_of DESC, fitted_at DESC, id DESC LIMIT 1) f
                        CROSS JOIN LATERAL (
                          SELECT array_agg(customer_id) AS buyers, array_agg(x::int) AS buyers_x, array_agg(tx) AS buyers_tx,
                                 array_agg(t) AS buyers_t, array_agg(coalesce(m, 0)::float8) AS buyers_m
                          FROM (%s) each WHERE f.id IS NOT NULL) b
                        """.formatted(BUYER))
                .param("ids", customers.toArray(Long[]::new))
                .param("asOf", asOf)
                .param("shownFrom", asOf.minusDays(FitStore.STILL_SHOWN))
                .query((row, number) -> new Fitted(FitStore.fit(row), buyers(row)))
                .optional();
    }

    Map<Long, String> names(List<Long> customers) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("SELECT id, name FROM customer WHERE id = ANY (?)")
                .param(customers.toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("name"));
                });
        return names;
    }

    /** Of those who came by a day: how many came and how many bought again on which day. */
    List<Bought> daysOf(LocalDate cameBy, LocalDate asOf) {
        return jdbc.sql(bought("", "") + """
                        SELECT day, count(*) FILTER (WHERE day = first) AS came, count(*) FILTER (WHERE day > first) AS again
                        FROM (SELECT day, min(day) OVER (PARTITION BY customer_id) AS first FROM bought) d
                        WHERE first <= :cameBy GROUP BY day ORDER BY day
                        """)
                .param("asOf", asOf)
                .param("cameBy", cameBy)
                .query(Bought.class)
                .list();
    }

    @Nullable
    LocalDate firstDay() {
        return jdbc.sql("SELECT min(purchased_on) FROM purchase WHERE amount >= 0")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }

    static String bought(String paid, String refunded) {
        return BOUGHT.formatted(paid, refunded);
    }

    private static List<BuyerRow> buyers(ResultSet row) throws SQLException {
        if (row.getArray("buyers") == null) {
            return List.of();
        }
        Long[] ids = (Long[]) row.getArray("buyers").getArray();
        Integer[] x = (Integer[]) row.getArray("buyers_x").getArray();
        Integer[] tx = (Integer[]) row.getArray("buyers_tx").getArray();
        Integer[] t = (Integer[]) row.getArray("buyers_t").getArray();
        Double[] m = (Double[]) row.getArray("buyers_m").getArray();
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new BuyerRow(ids[i], null, x[i], tx[i] / WEEK, t[i] / WEEK, m[i]))
                .toList();
    }
}

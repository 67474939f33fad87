package dev.rapport.metrics;

import dev.rapport.metrics.formula.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was earned: revenue less cost. A purchase without a cost takes its product's margin, a refund
 * that of the purchase it names, and everything else the business's.
 */
@Component
class MarginQuery {

    record Margin(BigDecimal margin, BigDecimal revenue, long purchases) {}

    private static final String SHARE = "CASE WHEN %1$s.price > 0 THEN (%1$s.price - %1$s.cost) / %1$s.price END";

    private final JdbcClient jdbc;

    MarginQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Added up by product first: its margin is then applied once, not to every purchase. */
    Margin between(Span span, BigDecimal marginOfBusiness, CustomerGroup group) {
        return jdbc.sql(group.over(
                        """
                        WITH sums AS (
                          SELECT product_id,
                                 sum(base_amount - cost * rate) FILTER (WHERE cost IS NOT NULL) AS own,
                                 sum(base_amount) FILTER (WHERE cost IS NULL AND refund_of IS NULL) AS plain,
                                 sum(base_amount * coalesce((
                                   SELECT CASE WHEN o.cost IS NOT NULL AND o.amount > 0 THEN 1 - o.cost / o.amount ELSE %s END
                                   FROM purchase o LEFT JOIN product op ON op.id = o.product_id WHERE o.id = p.refund_of),
                                   :margin)) FILTER (WHERE cost IS NULL AND refund_of IS NOT NULL) AS refunded,
                                 sum(base_amount) AS revenue, count(*) FILTER (WHERE amount >= 0) AS purchases
                          FROM purchase p WHERE purchased_on BETWEEN :from AND :to %s GROUP BY product_id
                        )
                        SELECT coalesce(sum(coalesce(own, 0) + coalesce(refunded, 0)
                                            + coalesce(plain, 0) * coalesce(%s, :margin)), 0) AS margin,
                               coalesce(sum(revenue), 0) AS revenue, coalesce(sum(purchases), 0) AS purchases
                        FROM sums LEFT JOIN product pr ON pr.id = sums.product_id
                        """.formatted(SHARE.formatted("op"), group.and("customer_id"), SHARE.formatted("pr"))))
                .params(group.parameters())
                .param("from", span.from())
                .param("to", span.to())
                .param("margin", marginOfBusiness)
                .query(Margin.class)
                .single();
    }

    /** All days up to this one. */
    static Span until(LocalDate day) {
        return new Span(LocalDate.of(1, 1, 1), day);
    }
}

package dev.rapport.metrics;

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

    record Margin(BigDecimal margin, BigDecimal revenue, long purchases, long customers) {}

    private static final String SHARE = "CASE WHEN %1$s.price > 0 THEN (%1$s.price - %1$s.cost) / %1$s.price END";

    private final JdbcClient jdbc;

    MarginQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Margin between(Span span, BigDecimal marginOfBusiness, CustomerGroup group) {
        return jdbc.sql("""
                        SELECT coalesce(sum(CASE
                                 WHEN p.cost IS NOT NULL THEN p.base_amount - p.cost * p.rate
                                 WHEN p.refund_of IS NOT NULL THEN p.base_amount * coalesce((
                                   SELECT CASE WHEN o.cost IS NOT NULL AND o.amount > 0 THEN 1 - o.cost / o.amount ELSE %s END
                                   FROM purchase o LEFT JOIN product op ON op.id = o.product_id WHERE o.id = p.refund_of),
                                   :margin)
                                 ELSE p.base_amount * coalesce(%s, :margin) END), 0) AS margin,
                               coalesce(sum(p.base_amount), 0) AS revenue,
                               count(*) FILTER (WHERE p.amount >= 0) AS purchases,
                               (SELECT count(DISTINCT customer_id) FROM purchase_day
                                WHERE day BETWEEN :from AND :to %s) AS customers
                        FROM purchase p LEFT JOIN product pr ON pr.id = p.product_id
                        WHERE p.purchased_on BETWEEN :from AND :to %s
                        """.formatted(
                                SHARE.formatted("op"),
                                SHARE.formatted("pr"),
                                group.and("customer_id"),
                                group.and("p.customer_id")))
                .params(group.parameters())
                .param("from", span.from())
                .param("to", span.to())
                .param("margin", marginOfBusiness)
                .query(Margin.class)
                .single();
    }

    Margin until(LocalDate day, BigDecimal marginOfBusiness, CustomerGroup group) {
        return between(new Span(LocalDate.of(1, 1, 1), day), marginOfBusiness, group);
    }
}

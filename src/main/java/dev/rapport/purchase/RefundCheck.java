package dev.rapport.purchase;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules between a purchase and its refunds, for the rows of a {@link PurchaseBatch} table. */
final class RefundCheck {
    private final JdbcClient jdbc;

    RefundCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void run(String table) {
        if (!jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM %1$s WHERE refund_of IS NOT NULL)
                            OR EXISTS (SELECT 1 FROM purchase WHERE refund_of IS NOT NULL)
                              AND EXISTS (SELECT 1 FROM purchase r JOIN %1$s t ON t.fact_id IN (r.id, r.refund_of)
                                         WHERE r.refund_of IS NOT NULL AND t.purchase_id IS NOT NULL)""".formatted(table)).query(Boolean.class).single()) {
            return;
        }
        findOriginals(table);
        refuse(table, "refundOf", "purchase.refused.no-such-purchase", """
                refund_of IS NOT NULL AND original_id IS NULL AND original_row IS NULL""");
        refuse(table, "refundOf", "purchase.refused.no-such-purchase", """
                EXISTS (SELECT 1 FROM %s o WHERE o.row_no = t.original_row AND o.refused_key IS NOT NULL)""".formatted(table));
        refuse(table, "amount", "purchase.refused.refund-not-negative", """
                amount >= 0 AND (refund_of IS NOT NULL
                  OR EXISTS (SELECT 1 FROM purchase p WHERE p.id = t.fact_id AND p.refund_of IS NOT NULL))""");
        refuseAgainst(table, "refundOf", "purchase.refused.other-customer", "o.customer_id <> t.customer_id");
        refuseAgainst(table, "refundOf", "purchase.refused.refund-of-refund", "o.amount < 0");
        refuseAgainst(table, "currency", "purchase.refused.refund-currency", "o.currency <> t.new_currency");
        refuseAgainst(table, "purchasedOn", "purchase.refused.refund-too-early", "o.purchased_on > t.purchased_on");
        refuseExcess(table);
        refuseBelowRefunds(table);
    }

    /** Named by its id: a row of the table before a stored purchase, since the row may change it. */
    private void findOriginals(String table) {
        sql("""
                UPDATE %1$s t SET original_row = o.row_no FROM %1$s o
                WHERE o.purchase_id = t.refund_of AND o.row_no <> t.row_no AND o.refused_key IS NULL""", table);
        sql("""
                UPDATE %1$s t SET original_id = p.id FROM purchase p
                WHERE p.external_id = t.refund_of AND (t.original_row IS NULL
                  OR EXISTS (SELECT 1 FROM %1$s o WHERE o.row_no = t.original_row AND o.fact_id = p.id))""", table);
        sql("""
                UPDATE %1$s t SET original_id = p.id FROM purchase p
                WHERE t.original_id IS NULL AND p.id = t.refund_of_own AND (t.original_row IS NULL
                  OR EXISTS (SELECT 1 FROM %1$s o WHERE o.row_no = t.original_row AND o.fact_id = p.id))""", table);
        sql("""
                UPDATE %1$s t SET original_id = p.refund_of FROM purchase p
                WHERE p.id = t.fact_id AND t.refund_of IS NULL""", table);
    }

    private void refuseAgainst(String table, String field, String key, String condition) {
        refuse(table, field, key, """
                EXISTS (SELECT 1 FROM (%s) o WHERE o.key = %s AND (%s))""".formatted(originals(table), key("t"), condition));
    }

    /** Refunds count in the order of the file; the one that would exceed what is left stays out, and those after it. */
    private void refuseExcess(String table) {
        refuse(table, "amount", "purchase.refused.refund-exceeds", """
                row_no IN (
                  SELECT r.row_no
                  FROM (SELECT t.row_no, %2$s AS key, sum(t.amount) OVER (PARTITION BY %2$s ORDER BY t.row_no) AS refunded
                        FROM %1$s t WHERE t.refused_key IS NULL AND %2$s IS NOT NULL) r
                  JOIN (%3$s) o USING (key)
                  LEFT JOIN (
                    SELECT 'p' || s.refund_of AS key, sum(s.amount) AS before FROM purchase s
                    WHERE s.refund_of IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %1$s f WHERE f.fact_id = s.id)
                    GROUP BY s.refund_of) b USING (key)
                  WHERE o.amount + r.refunded + coalesce(b.before, 0) < 0)""".formatted(table, key("t"), originals(table)));
    }

    private void refuseBelowRefunds(String table) {
        refuse(table, "currency", "purchase.refused.has-refunds", """
                EXISTS (SELECT 1 FROM purchase r WHERE r.refund_of = t.fact_id AND r.currency <> t.new_currency)""");
        refuse(table, "purchasedOn", "purchase.refused.after-refund", """
                EXISTS (SELECT 1 FROM purchase r WHERE r.refund_of = t.fact_id AND r.purchased_on < t.purchased_on)""");
        refuse(table, "amount", "purchase.refused.below-refunds", """
                t.amount + (SELECT sum(r.amount) FROM purchase r WHERE r.refund_of = t.fact_id) < 0""");
    }

    /** Stored purchases and new rows that refunds can name, each under the key that {@link #key} gives. */
    private static String originals(String table) {
        return """
                SELECT 'p' || p.id AS key, p.customer_id, coalesce(s.amount, p.amount) AS amount,
                       coalesce(s.new_currency, p.currency) AS currency, coalesce(s.purchased_on, p.purchased_on) AS purchased_on
                FROM purchase p LEFT JOIN %1$s s ON s.fact_id = p.id AND s.refused_key IS NULL
                WHERE p.id IN (SELECT original_id FROM %1$s)
                UNION ALL
                SELECT 'r' || s.row_no, s.customer_id, s.amount, s.new_currency, s.purchased_on
                FROM %1$s s WHERE s.fact_id IS NULL""".formatted(table);
    }

    private static String key(String row) {
        return "coalesce('p' || %1$s.original_id, 'r' || %1$s.original_row)".formatted(row);
    }

    private void refuse(String table, String field, String key, String condition) {
        jdbc.sql(PurchaseCheck.refusal(table, field, key, condition)).update();
    }

    private void sql(String text, String table) {
        jdbc.sql(text.formatted(table)).update();
    }
}

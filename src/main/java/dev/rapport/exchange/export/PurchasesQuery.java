package dev.rapport.exchange.export;

/** Reads purchases, then refunds, each under its number or one made for it; a rate only where there is one. */
final class PurchasesQuery {
    static final String SQL = """
            SELECT coalesce(p.external_id, :origin || '-p' || p.id) AS "purchaseId", %s,
              p.purchased_on AS "purchasedOn", p.amount AS "amount", p.currency AS "currency",
              CASE WHEN p.rate <> 1 THEN p.rate END AS "rate", p.cost AS "cost", m.name AS "product",
              coalesce(o.external_id, :origin || '-p' || o.id) AS "refundOf", p.note AS "note"
            FROM purchase p JOIN customer c ON c.id = p.customer_id
            LEFT JOIN product m ON m.id = p.product_id LEFT JOIN purchase o ON o.id = p.refund_of
            ORDER BY p.refund_of IS NOT NULL, p.id""".formatted(CustomersQuery.OF_FACT);

    private PurchasesQuery() {}
}

package dev.rapport.purchase;

import dev.rapport.platform.BusinessSettings;
import java.util.Currency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds for each row of a {@link PurchaseBatch} table the purchase that it is, and what keeps it out. */
@Component
class PurchaseCheck {
    private static final String[] CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final BusinessSettings business;

    PurchaseCheck(JdbcClient jdbc, BusinessSettings business) {
        this.jdbc = jdbc;
        this.business = business;
    }

    void run(String table) {
        sql("""
                ALTER TABLE %s
                  ADD COLUMN fact_id bigint, ADD COLUMN action text, ADD COLUMN before jsonb, ADD COLUMN after jsonb,
                  ADD COLUMN refused_field text, ADD COLUMN refused_key text, ADD COLUMN refused_arg text,
                  ADD COLUMN new_currency text, ADD COLUMN new_rate numeric, ADD COLUMN new_cost numeric,
                  ADD COLUMN new_note text, ADD COLUMN new_base numeric,
                  ADD COLUMN original_id bigint, ADD COLUMN original_row bigint""", table);
        findById(table);
        refuse(table, "purchaseId", "purchase.refused.id-twice", "purchase_id", """
                row_no IN (SELECT row_no FROM (
                  SELECT row_no, row_number() OVER (PARTITION BY purchase_id ORDER BY row_no) AS n
                  FROM %s WHERE purchase_id IS NOT NULL) twice WHERE n > 1)""".formatted(table));
        refuse(table, "purchaseId", "purchase.refused.id-of-other", "purchase_id", """
                EXISTS (SELECT 1 FROM purchase p WHERE p.id = t.fact_id AND p.customer_id <> t.customer_id)""");
        value(table);
        refuseValues(table);
        findByFields(table);
        new RefundCheck(jdbc).run(table);
        decide(table);
    }

    private void findById(String table) {
        sql("UPDATE %s t SET fact_id = p.id FROM purchase p WHERE p.external_id = t.purchase_id", table);
        sql("UPDATE %s t SET fact_id = p.id FROM purchase p WHERE t.fact_id IS NULL AND p.id = t.own_id", table);
    }

    /** What the row says, else what the purchase says already, else the base currency and the rate on file. */
    private void value(String table) {
        jdbc.sql("""
                        UPDATE %1$s t SET
                          new_currency = coalesce(upper(btrim(t.currency)), p.currency, :base),
                          new_cost = coalesce(t.cost, p.cost),
                          new_note = coalesce(t.note, p.note)
                        FROM %1$s s LEFT JOIN purchase p ON p.id = s.fact_id WHERE s.row_no = t.row_no""".formatted(table)).param("base", base()).update();
        jdbc.sql("""
                        UPDATE %1$s t SET new_rate = CASE
                          WHEN t.new_currency = :base THEN coalesce(t.rate, 1)
                          ELSE coalesce(t.rate,
                            (SELECT p.rate FROM purchase p WHERE p.id = t.fact_id AND p.currency = t.new_currency
                               AND p.purchased_on = t.purchased_on),
                            (SELECT r.rate FROM exchange_rate r WHERE r.currency = t.new_currency
                               AND r.on_day BETWEEN t.purchased_on - :back AND t.purchased_on
                             ORDER BY r.on_day DESC LIMIT 1)) END""".formatted(table))
                .param("base", base())
                .param("back", ExchangeRates.DAYS_BACK)
                .update();
        sql("UPDATE %s SET new_base = round(amount * new_rate, 4)", table);
    }

    private void refuseValues(String table) {
        jdbc.sql(refusal(table, "currency", "purchase.refused.currency", "NULL", "NOT new_currency = ANY(:known)"))
                .param("known", CURRENCIES)
                .update();
        refuse(
                table,
                "purchasedOn",
                "purchase.refused.day",
                "NULL",
                "NOT purchased_on BETWEEN date '1900-01-01' AND date '2199-12-31'");
        jdbc.sql(refusal(
                        table,
                        "rate",
                        "purchase.refused.base-rate",
                        "new_currency",
                        "new_currency = :base AND new_rate <> 1"))
                .param("base", base())
                .update();
        refuse(table, "rate", "purchase.refused.no-rate", "new_currency", "new_rate IS NULL");
        refuse(
                table,
                "rate",
                "purchase.refused.rate",
                "NULL",
                "new_rate <= 0 OR new_rate >= 1e12 OR new_rate <> round(new_rate, 12)");
        refuse(table, "amount", "purchase.refused.decimals", "'4'", "amount <> round(amount, 4)");
        refuse(table, "cost", "purchase.refused.decimals", "'4'", "cost <> round(cost, 4)");
        refuse(table, "amount", "purchase.refused.too-large", "NULL", "abs(amount) >= 1e15 OR abs(new_base) >= 1e15");
        refuse(table, "cost", "purchase.refused.too-large", "NULL", "abs(cost) >= 1e15");
    }

    /**
     * Rows without an id are known by all their fields and their running number among equal rows: the k-th such row is the
     * k-th such purchase. A rate counts only where the row gives one.
     */
    private void findByFields(String table) {
        match(table, "t.rate IS NOT NULL", ", %s::numeric(24,12)");
        match(table, "t.rate IS NULL", "");
    }

    private void match(String table, String rows, String rate) {
        String ofRow =
                "ROW(t.customer_id, t.purchased_on, t.amount::numeric(19,4), t.new_currency::char(3), t.new_cost::numeric(19,4),"
                        + " lower(t.product), t.new_note, coalesce(t.refund_of, '')" + rate.formatted("t.rate")
                        + ")::text";
        String ofPurchase = "ROW(p.customer_id, p.purchased_on, p.amount, p.currency, p.cost,"
                + " lower(m.name), p.note, coalesce(o.external_id, '')" + rate.formatted("p.rate") + ")::text";
        sql("""
                UPDATE %%1$s t SET fact_id = stored.id
                FROM (SELECT t.row_no, %1$s AS fields, row_number() OVER (PARTITION BY %1$s ORDER BY t.row_no) AS n
                      FROM %%1$s t WHERE t.purchase_id IS NULL AND t.refused_key IS NULL AND %3$s) asked
                JOIN (SELECT p.id, %2$s AS fields, row_number() OVER (PARTITION BY %2$s ORDER BY p.id) AS n
                      FROM purchase p LEFT JOIN product m ON m.id = p.product_id LEFT JOIN purchase o ON o.id = p.refund_of
                      WHERE p.customer_id IN (SELECT customer_id FROM %%1$s)
                        AND p.id NOT IN (SELECT fact_id FROM %%1$s WHERE fact_id IS NOT NULL)) stored USING (fields, n)
                WHERE asked.row_no = t.row_no""".formatted(ofRow, ofPurchase, rows), table);
    }

    private void decide(String table) {
        sql("""
                UPDATE %1$s t SET action = CASE
                  WHEN t.fact_id IS NULL THEN 'CREATED'
                  WHEN t.purchase_id IS NULL OR NOT EXISTS (
                    SELECT 1 FROM purchase p LEFT JOIN product m ON m.id = p.product_id
                    WHERE p.id = t.fact_id AND (
                      (p.purchased_on, p.amount, p.currency::text, p.rate) <> (t.purchased_on, t.amount, t.new_currency, t.new_rate)
                      OR p.cost IS DISTINCT FROM t.new_cost OR p.note IS DISTINCT FROM t.new_note
                      OR lower(m.name) IS DISTINCT FROM lower(coalesce(t.product, m.name)))) THEN 'UNCHANGED'
                  ELSE 'UPDATED' END
                WHERE t.refused_key IS NULL""", table);
    }

    private void refuse(String table, String field, String key, String arg, String condition) {
        jdbc.sql(refusal(table, field, key, arg, condition)).update();
    }

    static String refusal(String table, String field, String key, String arg, String condition) {
        return "UPDATE %s t SET refused_field = '%s', refused_key = '%s', refused_arg = %s WHERE refused_key IS NULL AND (%s)"
                .formatted(table, field, key, arg, condition);
    }

    private void sql(String text, String table) {
        jdbc.sql(text.formatted(table)).update();
    }

    private String base() {
        return business.currency().getCurrencyCode();
    }
}

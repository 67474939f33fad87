package dev.rapport.purchase;

import dev.rapport.platform.BusinessSettings;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds for each row of a {@link PurchaseBatch} what purchase it is, and what keeps it out: all that a row can say by itself in
 * one pass over the rows, then what rows without an id and refunds need to know of others.
 */
@Component
class PurchaseCheck {
    private static final String[] CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .toArray(String[]::new);

    /** The first that holds keeps a row out. */
    private static final List<Rule> RULES = List.of(
            new Rule(
                    "purchaseId",
                    "purchase.refused.id-twice",
                    "purchase_id",
                    "row_no IN (SELECT row_no FROM purchase_twice)"),
            new Rule(
                    "purchaseId", "purchase.refused.id-of-other", "purchase_id", "(stored).customer_id <> customer_id"),
            new Rule("currency", "purchase.refused.currency", "NULL", "NOT new_currency = ANY(:known)"),
            new Rule(
                    "purchasedOn",
                    "purchase.refused.day",
                    "NULL",
                    "NOT purchased_on BETWEEN date '1900-01-01' AND date '2199-12-31'"),
            new Rule("rate", "purchase.refused.base-rate", "new_currency", "new_currency = :base AND new_rate <> 1"),
            new Rule("rate", "purchase.refused.no-rate", "new_currency", "new_rate IS NULL"),
            new Rule(
                    "rate",
                    "purchase.refused.rate",
                    "NULL",
                    "new_rate <= 0 OR new_rate >= 1e12 OR new_rate <> round(new_rate, 12)"),
            new Rule("amount", "purchase.refused.decimals", "'4'", "amount <> round(amount, 4)"),
            new Rule("cost", "purchase.refused.decimals", "'4'", "cost <> round(cost, 4)"),
            new Rule("amount", "purchase.refused.too-large", "NULL", "abs(amount) >= 1e15 OR abs(new_base) >= 1e15"),
            new Rule("cost", "purchase.refused.too-large", "NULL", "abs(cost) >= 1e15"));

    private static final int MANY = 20_000;

    private static final String BY_ID = "LEFT JOIN purchase p ON p.external_id = t.purchase_id";
    private static final String BY_EITHER_ID =
            "LEFT JOIN purchase x ON x.external_id = t.purchase_id LEFT JOIN purchase p ON p.id = coalesce(x.id, t.own_id)";

    private final JdbcClient jdbc;
    private final BusinessSettings business;

    PurchaseCheck(JdbcClient jdbc, BusinessSettings business) {
        this.jdbc = jdbc;
        this.business = business;
    }

    /**
     * Makes the table of the rows that a query gives. New purchases get their ids in the order of the rows, {@link #MANY} of them
     * customer by customer and day by day first, so that what is written and later read together lies together; but a refund a
     * higher one than its purchase, since undo restores rows in the order of their ids.
     */
    void run(String rows, String table) {
        jdbc.sql("""
                        CREATE TEMPORARY TABLE purchase_twice ON COMMIT DROP AS SELECT row_no FROM (
                          SELECT row_no, row_number() OVER (PARTITION BY purchase_id ORDER BY row_no) AS n
                          FROM (%s) t WHERE purchase_id IS NOT NULL) twice WHERE n > 1""".formatted(rows)).update();
        judge(rows, table);
        jdbc.sql("DROP TABLE purchase_twice").update();
        jdbc.sql("ALTER TABLE %s ADD PRIMARY KEY (row_no)".formatted(table)).update();
        jdbc.sql("ANALYZE " + table).update();
        findByFields(table);
        new RefundCheck(jdbc).run(table);
    }

    /** A value is what the row says, else what the purchase says already, else the base currency and the rate on file. */
    private void judge(String rows, String table) {
        jdbc.sql("""
                        CREATE TEMPORARY TABLE %2$s ON COMMIT DROP AS
                        WITH known AS (
                          SELECT t.*, p.id AS fact_id, CASE WHEN p.id IS NOT NULL THEN p END AS stored, m.name AS stored_product,
                            coalesce(upper(btrim(t.currency)), p.currency::text, :base) AS new_currency,
                            coalesce(t.cost, p.cost) AS new_cost, coalesce(t.note, p.note) AS new_note
                          FROM (%1$s) t
                          %7$s LEFT JOIN product m ON m.id = p.product_id
                          OFFSET 0
                        ), rated AS (
                          SELECT k.*, CASE WHEN new_currency = :base THEN coalesce(rate, 1) ELSE coalesce(rate,
                              CASE WHEN (stored).currency = new_currency AND (stored).purchased_on = purchased_on
                                THEN (stored).rate END,
                              (SELECT r.rate FROM exchange_rate r WHERE r.currency = k.new_currency
                                 AND r.on_day BETWEEN k.purchased_on - :back AND k.purchased_on
                               ORDER BY r.on_day DESC LIMIT 1)) END AS new_rate
                          FROM known k OFFSET 0
                        ), valued AS (
                          SELECT *, round(amount * new_rate, greatest(4, min_scale(amount * new_rate))) AS new_base
                          FROM rated OFFSET 0),
                        judged AS (
                          SELECT *, CASE %3$s END AS rule FROM valued ORDER BY refund_of IS NOT NULL, %8$srow_no
                        )
                        SELECT row_no, customer_id, purchase_id, purchased_on, amount, currency, rate, cost, product, refund_of,
                          refund_of_own, note, fact_id, new_currency, new_cost, new_note, new_rate, new_base,
                          CASE WHEN rule IS NOT NULL THEN NULL WHEN fact_id IS NULL THEN 'CREATED'
                            WHEN purchase_id IS NULL OR NOT (
                              ((stored).purchased_on, (stored).amount, (stored).currency::text, (stored).rate)
                                <> (purchased_on, amount, new_currency, new_rate)
                              OR (stored).cost IS DISTINCT FROM new_cost OR (stored).note IS DISTINCT FROM new_note
                              OR lower(stored_product) IS DISTINCT FROM lower(coalesce(product, stored_product))) THEN 'UNCHANGED'
                            ELSE 'UPDATED' END AS action,
                          CASE %4$s END AS refused_field, CASE %5$s END AS refused_key, CASE %6$s END AS refused_arg,
                          CASE WHEN rule IS NULL AND fact_id IS NULL
                            THEN nextval((SELECT pg_get_serial_sequence('purchase', 'id')::regclass)) END AS new_id,
                          NULL::bigint AS original_id, NULL::bigint AS original_row, NULL::jsonb AS before, NULL::jsonb AS after
                        FROM judged""".formatted(
                                rows,
                                table,
                                cases("WHEN %2$s THEN %1$d"),
                                cases("WHEN rule = %1$d THEN '%3$s'"),
                                cases("WHEN rule = %1$d THEN '%4$s'"),
                                cases("WHEN rule = %1$d THEN %5$s"),
                                exist(rows, "own_id IS NOT NULL") ? BY_EITHER_ID : BY_ID,
                                exist(rows, "true OFFSET " + MANY) ? "customer_id, purchased_on, " : ""))
                .param("base", base())
                .param("back", ExchangeRates.DAYS_BACK)
                .param("known", CURRENCIES)
                .update();
    }

    private boolean exist(String rows, String condition) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM (%s) t WHERE %s)".formatted(rows, condition))
                .query(Boolean.class)
                .single();
    }

    private static String cases(String pattern) {
        return IntStream.range(0, RULES.size())
                .mapToObj(i -> {
                    Rule rule = RULES.get(i);
                    return pattern.formatted(i + 1, rule.condition(), rule.field(), rule.key(), rule.arg());
                })
                .collect(Collectors.joining(" "));
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
        String nameless = "t.purchase_id IS NULL AND t.fact_id IS NULL AND t.refused_key IS NULL AND " + rows;
        String stored =
                "EXISTS (SELECT 1 FROM purchase p WHERE p.customer_id = t.customer_id AND p.purchased_on = t.purchased_on)";
        if (!exist("SELECT * FROM " + table, nameless + " AND " + stored)) {
            return;
        }
        String ofRow =
                "ROW(t.customer_id, t.purchased_on, t.amount::numeric(19,4), t.new_currency::char(3), t.new_cost::numeric(19,4),"
                        + " lower(t.product), t.new_note, coalesce(t.refund_of, '')" + rate.formatted("t.rate")
                        + ")::text";
        String ofPurchase = "ROW(p.customer_id, p.purchased_on, p.amount, p.currency, p.cost,"
                + " lower(m.name), p.note, coalesce(o.external_id, '')" + rate.formatted("p.rate") + ")::text";
        jdbc.sql("""
                UPDATE %1$s t SET fact_id = stored.id, action = 'UNCHANGED', new_id = NULL
                FROM (SELECT t.row_no, %2$s AS fields, row_number() OVER (PARTITION BY %2$s ORDER BY t.row_no) AS n
                      FROM %1$s t WHERE %4$s AND %5$s) asked
                JOIN (SELECT p.id, %3$s AS fields, row_number() OVER (PARTITION BY %3$s ORDER BY p.id) AS n
                      FROM purchase p LEFT JOIN product m ON m.id = p.product_id LEFT JOIN purchase o ON o.id = p.refund_of
                      WHERE EXISTS (SELECT 1 FROM %1$s t WHERE t.customer_id = p.customer_id AND t.purchased_on = p.purchased_on)
                        AND NOT EXISTS (SELECT 1 FROM %1$s t WHERE t.fact_id = p.id)) stored USING (fields, n)
                WHERE asked.row_no = t.row_no""".formatted(table, ofRow, ofPurchase, nameless, stored)).update();
    }

    /** What keeps out a row that was fit by itself. */
    static String refusal(String table, String field, String key, String condition) {
        return "UPDATE %s t SET refused_field = '%s', refused_key = '%s', action = NULL WHERE refused_key IS NULL AND (%s)"
                .formatted(table, field, key, condition);
    }

    private String base() {
        return business.currency().getCurrencyCode();
    }

    private record Rule(String field, String key, String arg, String condition) {}
}

package dev.rapport.purchase;

import dev.rapport.customer.CustomerSummaries;
import dev.rapport.interaction.TimelineBatch;
import dev.rapport.interaction.TimelineEntry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for many purchases at once: the same rules as {@link PurchaseService}, set by set. It works on a temporary table
 * of the caller's transaction with {@link #COLUMNS}, texts cleaned already; {@code refund_of} is the {@code purchase_id} of
 * another row or of a stored purchase, {@code own_id} and {@code refund_of_own} are rows of this database that those are known to mean. What the file does not have stays null. {@link #check} adds what became of each row: {@code action} (CREATED,
 * UPDATED, UNCHANGED, or null where it is refused), {@code refused_field}, {@code refused_key} and {@code refused_arg} (a
 * {@link dev.rapport.platform.Refused} in columns), {@code fact_id} of the purchase it is or {@code new_id} of the one it will
 * be; {@link #store} fills {@code before} and {@code after} (row images, for {@link #restore}).
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PurchaseBatch {
    public static final String COLUMNS = """
            row_no bigint PRIMARY KEY, customer_id bigint NOT NULL, purchase_id text, purchased_on date NOT NULL,
            amount numeric NOT NULL, currency text, rate numeric, cost numeric, product text, refund_of text, note text,
            own_id bigint, refund_of_own bigint""";

    /** Which purchases {@code f} of an import {@link #remove} takes: those neither edited nor refunded since. */
    public static final String GOING = """
            f.version = 0 AND NOT EXISTS (
              SELECT 1 FROM purchase r
              WHERE r.refund_of = f.id AND (r.import_id IS DISTINCT FROM :import OR r.version > 0))""";

    private final PurchaseCheck check;
    private final TimelineBatch timeline;
    private final CustomerSummaries summaries;
    private final JdbcClient jdbc;
    private final Clock clock;

    PurchaseBatch(
            PurchaseCheck check, TimelineBatch timeline, CustomerSummaries summaries, JdbcClient jdbc, Clock clock) {
        this.check = check;
        this.timeline = timeline;
        this.summaries = summaries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Decides what would become of each row. Writes nothing but the table. */
    public void check(String table) {
        check.run("SELECT * FROM " + table, table + "_checked");
        sql("DROP TABLE %s", table).update();
        sql("ALTER TABLE %1$s_checked RENAME TO %1$s", table).update();
    }

    /** The same for rows that a query gives, with the columns of {@link #COLUMNS}: makes the table. */
    public void check(String rows, String table) {
        check.run(rows, table);
    }

    /** Writes the rows of a checked table, their timeline entries and, last since others wait for it, what their customers' days and summaries rest on. */
    public void store(String table, @Nullable Long importId) {
        products(table, importId);
        timeline.add(PurchaseTimeline.NEW_ROWS.formatted(table));
        sql("""
                        CREATE TEMPORARY TABLE purchase_touched ON COMMIT DROP AS
                        SELECT DISTINCT customer_id FROM %s WHERE action IN ('CREATED', 'UPDATED')""", table).update();
        jdbc.sql("ANALYZE purchase_touched").update();
        summaries.hold("SELECT customer_id FROM purchase_touched");
        insert(table, importId);
        update(table);
        learn(table);
        refresh("SELECT customer_id FROM purchase_touched");
        jdbc.sql("DROP TABLE purchase_touched").update();
    }

    /** The planner still takes the table for as small as it was, and would sum up each customer by reading all of it. */
    private void learn(String table) {
        if (sql("SELECT EXISTS (SELECT 1 FROM %s WHERE action = 'CREATED' OFFSET 5000)", table)
                .query(Boolean.class)
                .single()) {
            jdbc.sql("ANALYZE purchase").update();
        }
    }

    private void products(String table, @Nullable Long importId) {
        sql("""
                        INSERT INTO product (name, created_at, import_id)
                        SELECT DISTINCT ON (lower(product)) product, CAST(:at AS timestamptz), CAST(:import AS bigint)
                        FROM %s WHERE action IN ('CREATED', 'UPDATED') AND product IS NOT NULL
                        ORDER BY lower(product), row_no
                        ON CONFLICT (lower(name)) DO NOTHING""", table)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("import", importId, java.sql.Types.BIGINT)
                .update();
    }

    private void insert(String table, @Nullable Long importId) {
        sql("""
                        UPDATE %1$s t SET original_id = o.new_id
                        FROM %1$s o
                        WHERE t.original_row IS NOT NULL AND o.row_no = t.original_row AND t.original_id IS NULL""", table).update();
        sql("""
                        INSERT INTO purchase (id, customer_id, external_id, product_id, purchased_on, amount, currency, rate,
                                              cost, base_amount, refund_of, note, created_at, import_id)
                        SELECT t.new_id, t.customer_id, t.purchase_id, p.id, t.purchased_on, t.amount, t.new_currency,
                               t.new_rate, t.new_cost, t.new_base, t.original_id, t.new_note,
                               CAST(:at AS timestamptz), CAST(:import AS bigint)
                        FROM %1$s t LEFT JOIN product p ON lower(p.name) = lower(t.product)
                        WHERE t.action = 'CREATED'""", table)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("import", importId, java.sql.Types.BIGINT)
                .update();
    }

    private void update(String table) {
        if (!sql("SELECT EXISTS (SELECT 1 FROM %s WHERE action = 'UPDATED')", table)
                .query(Boolean.class)
                .single()) {
            return;
        }
        sql("""
                        UPDATE %s t SET before = to_jsonb(p) FROM purchase p
                        WHERE t.action = 'UPDATED' AND p.id = t.fact_id""", table).update();
        sql("""
                        UPDATE purchase u
                        SET product_id = coalesce(p.id, u.product_id), purchased_on = t.purchased_on, amount = t.amount,
                            currency = t.new_currency, rate = t.new_rate, cost = t.new_cost, base_amount = t.new_base,
                            note = t.new_note, version = u.version + 1
                        FROM %s t LEFT JOIN product p ON lower(p.name) = lower(t.product)
                        WHERE t.action = 'UPDATED' AND u.id = t.fact_id""", table).update();
        sql("""
                        UPDATE %s t SET after = to_jsonb(p) FROM purchase p
                        WHERE t.action = 'UPDATED' AND p.id = t.fact_id""", table).update();
        timeline.put(
                PurchaseTimeline.ROWS.formatted("SELECT fact_id FROM %s WHERE action = 'UPDATED'".formatted(table)),
                Map.of());
    }

    /**
     * Takes an import's purchases out again, but for those that were edited or refunded since. Its customers are taken back next.
     *
     * @return the ids of those that stay
     */
    public List<Long> remove(long importId) {
        jdbc.sql("""
                        CREATE TEMPORARY TABLE purchase_going ON COMMIT DROP AS
                        SELECT f.id, f.customer_id FROM purchase f
                        WHERE f.import_id = :import AND %s""".formatted(GOING)).param("import", importId).update();
        jdbc.sql("ANALYZE purchase_going").update();
        timeline.remove(TimelineEntry.Source.PURCHASE, "SELECT id FROM purchase_going", Map.of());
        summaries.hold("SELECT customer_id FROM purchase_going");
        jdbc.sql("DELETE FROM purchase WHERE id IN (SELECT id FROM purchase_going)")
                .update();
        jdbc.sql("""
                        DELETE FROM product p WHERE p.import_id = :import AND p.version = 0
                          AND NOT EXISTS (SELECT 1 FROM purchase u WHERE u.product_id = p.id)""").param("import", importId).update();
        // Of the import's own customers those go too, or are summed up when they are stripped, whom nobody has edited.
        summaries.refreshWhere(PurchaseSummary.class, """
                customer_id IN (
                  SELECT c.id FROM customer c
                  WHERE c.id IN (SELECT customer_id FROM purchase_going)
                    AND (c.import_id IS DISTINCT FROM :import OR c.version > 0))""", Map.of("import", importId));
        jdbc.sql("DROP TABLE purchase_going").update();
        return jdbc.sql("SELECT id FROM purchase WHERE import_id = :import ORDER BY id")
                .param("import", importId)
                .query(Long.class)
                .list();
    }

    /**
     * Puts updated purchases back to what they were, but for those that changed since.
     *
     * @param table with {@code fact_id bigint, before jsonb, after jsonb} as {@link #store} left them
     * @return the ids of those that stay
     */
    public List<Long> restore(String table) {
        sql("""
                        UPDATE purchase u
                        SET product_id = b.product_id, purchased_on = b.purchased_on, amount = b.amount,
                            currency = b.currency, rate = b.rate, cost = b.cost, base_amount = b.base_amount, note = b.note,
                            version = u.version + 1
                        FROM %s t, jsonb_populate_record(NULL::purchase, t.before) b
                        WHERE u.id = t.fact_id AND to_jsonb(u) @> t.after""", table).update();
        List<Long> kept = sql("""
                        SELECT t.fact_id FROM %s t JOIN purchase u ON u.id = t.fact_id
                        WHERE NOT to_jsonb(u) @> (t.before - 'version') ORDER BY t.fact_id""", table).query(Long.class).list();
        timeline.put(PurchaseTimeline.ROWS.formatted("SELECT fact_id FROM " + table), Map.of());
        refresh("SELECT customer_id FROM purchase WHERE id IN (SELECT fact_id FROM %s)".formatted(table));
        return kept;
    }

    private void refresh(String customers) {
        summaries.refreshWhere(PurchaseSummary.class, "customer_id IN (" + customers + ")", Map.of());
    }

    private JdbcClient.StatementSpec sql(String text, String table) {
        return jdbc.sql(text.formatted(table));
    }
}

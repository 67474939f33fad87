package dev.rapport.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.customer.CustomerService;
import dev.rapport.customer.CustomerSummaries;
import dev.rapport.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class PurchaseBatchTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final String FACTS = """
            SELECT concat_ws('|', p.purchased_on, p.amount, p.currency, p.rate, p.cost, p.base_amount, m.name, p.note,
                             o.purchased_on, t.kind, t.title, t.happened_at, t.amount, t.body)
            FROM purchase p LEFT JOIN product m ON m.id = p.product_id LEFT JOIN purchase o ON o.id = p.refund_of
            JOIN timeline_entry t ON t.source = 'purchase' AND t.source_id = p.id ORDER BY 1""";

    @Autowired
    private PurchaseBatch batch;

    @Autowired
    private PurchaseService purchases;

    @Autowired
    private ExchangeRates rates;

    @Autowired
    private CustomerService customers;

    @Autowired
    private CustomerSummaries summaries;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private long marta;
    private long lin;

    @BeforeEach
    void twoCustomersAndARate() {
        marta = Customers.register(customers, "Marta Bianchi");
        lin = Customers.register(customers, "Lin Wei");
        rates.put(List.of(new DayRate(DAY.minusDays(2), "EUR", new BigDecimal("1.083333333333"))));
    }

    private <T> T inBatch(List<PurchaseRow> rows, Function<String, T> work) {
        return transaction.execute(status -> {
            jdbc.sql("CREATE TEMPORARY TABLE staged (" + PurchaseBatch.COLUMNS + ") ON COMMIT DROP")
                    .update();
            int n = 0;
            for (PurchaseRow row : rows) {
                jdbc.sql("""
                                INSERT INTO staged VALUES (?, ?, ?, ?::date, ?::numeric, ?, ?::numeric, ?::numeric, ?, ?, ?)""").params(row.cells(++n)).update();
            }
            batch.check("staged");
            return work.apply("staged");
        });
    }

    private List<String> store(List<PurchaseRow> rows, long importId) {
        return inBatch(rows, table -> {
            batch.store(table, importId);
            return outcomes(table);
        });
    }

    private List<String> outcomes(String table) {
        return jdbc.sql("SELECT coalesce(action, refused_field || ': ' || refused_key) FROM " + table
                        + " ORDER BY row_no")
                .query(String.class)
                .list();
    }

    private List<String> facts() {
        return jdbc.sql(FACTS).query(String.class).list();
    }

    private List<Map<String, Object>> summary() {
        return jdbc.sql("SELECT * FROM customer_summary ORDER BY customer_id")
                .query()
                .listOfRows();
    }

    private void assertSummariesHold() {
        List<Map<String, Object>> kept = summary();
        summaries.rebuildAll();
        assertThat(summary()).isEqualTo(kept);
    }

    @Test
    void storesWhatTheServiceWouldStore() {
        List<PurchaseRow> rows = List.of(
                PurchaseRow.of(marta, "A1,2026-03-05,100,,,40,Bag,,first"),
                PurchaseRow.of(marta, "A2,2026-03-05,33.335,eur,,,bag,,"),
                PurchaseRow.of(marta, "A3,2026-03-06,-12.5,,,,BAG,A1,scratched"),
                PurchaseRow.of(lin, ",2026-03-07,0,,,,,,"),
                PurchaseRow.of(lin, ",2026-03-07,-3.0001,CNY,0.138888888889,,Belt,,"));
        assertThat(store(rows, 1)).containsOnly("CREATED");
        assertSummariesHold();
        List<String> byBatch = facts();
        List<Map<String, Object>> summaryByBatch = summary();
        transaction.executeWithoutResult(status -> batch.remove(1));
        assertThat(facts()).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM product").query(Long.class).single())
                .isZero();
        assertSummariesHold();

        Map<String, Long> ids = new java.util.HashMap<>();
        for (PurchaseRow row : rows) {
            PurchaseEntry entry = new PurchaseEntry(
                    LocalDate.parse(row.day()),
                    new BigDecimal(row.amount()),
                    row.currency(),
                    row.rate() == null ? null : new BigDecimal(row.rate()),
                    row.cost() == null ? null : new BigDecimal(row.cost()),
                    row.product(),
                    row.note());
            ids.put(
                    row.id(),
                    (row.refundOf() == null
                                    ? purchases.record(row.customer(), entry)
                                    : purchases.refund(row.customer(), ids.get(row.refundOf()), entry))
                            .id());
        }
        assertThat(facts()).isEqualTo(byBatch);
        assertThat(summary()).isEqualTo(summaryByBatch);
    }

    @Test
    void aSecondTimeChangesNothingAndEqualRowsAllCount() {
        List<PurchaseRow> rows = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            rows.add(PurchaseRow.of(marta, ",2026-03-05,9.99,,,,Mug,,"));
        }
        rows.add(PurchaseRow.of(marta, ",2026-03-05,9.99,EUR,2,,Mug,,"));
        rows.add(PurchaseRow.of(marta, ",2026-03-05,9.99,EUR,3,,Mug,,"));
        rows.add(PurchaseRow.of(marta, ",2026-03-05,9.99,EUR,,,Mug,,"));
        assertThat(store(rows, 1)).containsOnly("CREATED");
        rates.put(List.of(new DayRate(DAY, "EUR", new BigDecimal("1.5"))));
        assertThat(store(rows, 2)).containsOnly("UNCHANGED");
        rows.add(PurchaseRow.of(marta, ",2026-03-05,9.99,,,,mug,,"));
        rows.add(PurchaseRow.of(marta, ",2026-03-05,9.99,,,,Mug,,gift"));
        rows.add(PurchaseRow.of(lin, ",2026-03-05,9.99,,,,Mug,,"));
        assertThat(store(rows, 3).subList(6, 9)).containsOnly("CREATED");
        assertThat(facts()).hasSize(9);
    }

    @Test
    void aRowWithAnIdUpdatesItsPurchaseAndCanBePutBack() {
        store(
                List.of(
                        PurchaseRow.of(marta, "A1,2026-03-05,100,,,40,Bag,,note"),
                        PurchaseRow.of(marta, "A2,2026-03-05,5,,,,,,")),
                1);
        List<String> before = facts();
        List<PurchaseRow> changed = List.of(
                PurchaseRow.of(marta, "A1,2026-03-06,90,EUR,2,,Belt,,"),
                PurchaseRow.of(marta, "A2,2026-03-05,5.00,,,,,,"));
        inBatch(changed, table -> {
            assertThat(outcomes(table)).containsExactly("UPDATED", "UNCHANGED");
            batch.store(table, 2L);
            jdbc.sql("CREATE TABLE kept_images AS SELECT fact_id, before, after FROM staged WHERE action = 'UPDATED'")
                    .update();
            return true;
        });
        try {
            assertThat(facts())
                    .anyMatch(fact ->
                            fact.startsWith("2026-03-06|90.0000|EUR|2.000000000000|40.0000|180.0000|Belt|note"));
            assertSummariesHold();
            List<Long> kept = transaction.execute(status -> batch.restore("kept_images"));
            assertThat(kept).isEmpty();
            assertThat(facts()).isEqualTo(before);
            assertSummariesHold();
        } finally {
            jdbc.sql("DROP TABLE kept_images").update();
        }
    }

    @Test
    void undoLeavesWhatWasEditedOrRefundedSince() {
        store(
                List.of(
                        PurchaseRow.of(marta, "A1,2026-03-05,100,,,,Bag,,"),
                        PurchaseRow.of(marta, "A2,2026-03-05,50,,,,Bag,,"),
                        PurchaseRow.of(marta, "A3,2026-03-05,25,,,,Belt,,")),
                1);
        List<Long> ids = jdbc.sql("SELECT id FROM purchase ORDER BY external_id")
                .query(Long.class)
                .list();
        purchases.refund(marta, ids.get(0), new PurchaseEntry(DAY, new BigDecimal("-1"), null, null, null, null, null));
        purchases.change(ids.get(1), 0, new PurchaseEntry(DAY, new BigDecimal("51"), null, null, null, "Bag", null));
        List<Long> kept = transaction.execute(status -> batch.remove(1));
        assertThat(kept).containsExactly(ids.get(0), ids.get(1));
        assertThat(facts()).hasSize(3);
        assertThat(jdbc.sql("SELECT name FROM product").query(String.class).list())
                .containsExactly("Bag");
        assertSummariesHold();
    }
}

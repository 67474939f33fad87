package dev.rapport.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.customer.CustomerService;
import dev.rapport.testing.DatabaseTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What keeps a row of a batch out. */
@DatabaseTest
class PurchaseCheckTest {
    @Autowired
    private PurchaseBatch batch;

    @Autowired
    private CustomerService customers;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private long marta;
    private long lin;

    @BeforeEach
    void twoCustomers() {
        marta = Customers.register(customers, "Marta Bianchi");
        lin = Customers.register(customers, "Lin Wei");
    }

    private List<String> store(List<PurchaseRow> rows, long importId) {
        return transaction.execute(status -> {
            jdbc.sql("CREATE TEMPORARY TABLE staged (" + PurchaseBatch.COLUMNS + ") ON COMMIT DROP")
                    .update();
            int n = 0;
            for (PurchaseRow row : rows) {
                jdbc.sql("""
                                INSERT INTO staged VALUES (?, ?, ?, ?::date, ?::numeric, ?, ?::numeric, ?::numeric, ?, ?, ?)""").params(row.cells(++n)).update();
            }
            batch.check("staged");
            batch.store("staged", importId);
            return jdbc.sql("SELECT coalesce(action, refused_field || ': ' || refused_key) FROM staged ORDER BY row_no")
                    .query(String.class)
                    .list();
        });
    }

    @Test
    void refusesWhatTheServiceRefuses() {
        store(
                List.of(
                        PurchaseRow.of(marta, "OLD,2026-03-05,100,,,,,,"),
                        PurchaseRow.of(marta, "OLDR,2026-03-06,-70,,,,,OLD,")),
                1);
        assertThat(store(
                        List.of(
                                PurchaseRow.of(marta, ",2026-03-05,1,XXY,,,,,"),
                                PurchaseRow.of(marta, ",2026-04-05,1,EUR,,,,,"),
                                PurchaseRow.of(marta, ",2026-03-05,1,USD,2,,,,"),
                                PurchaseRow.of(marta, ",2026-03-05,1,EUR,-2,,,,"),
                                PurchaseRow.of(marta, ",1026-03-05,1,,,,,,"),
                                PurchaseRow.of(marta, ",2026-03-05,1.00001,,,,,,"),
                                PurchaseRow.of(marta, ",2026-03-05,1,,,1e15,,,"),
                                PurchaseRow.of(marta, ",2026-03-05,1e14,EUR,100,,,,"),
                                PurchaseRow.of(marta, "T,2026-03-05,1,,,,,,"),
                                PurchaseRow.of(marta, "T,2026-03-05,1,,,,,,"),
                                PurchaseRow.of(lin, "OLD,2026-03-05,100,,,,,,"),
                                PurchaseRow.of(marta, ",2026-03-06,-5,,,,,NONE,"),
                                PurchaseRow.of(marta, ",2026-03-06,5,,,,,OLD,"),
                                PurchaseRow.of(lin, ",2026-03-06,-5,,,,,OLD,"),
                                PurchaseRow.of(marta, ",2026-03-06,-5,EUR,1.1,,,OLD,"),
                                PurchaseRow.of(marta, ",2026-03-04,-5,,,,,OLD,"),
                                PurchaseRow.of(marta, ",2026-03-07,-5,,,,,OLDR,"),
                                PurchaseRow.of(marta, ",2026-03-07,-20,,,,,OLD,"),
                                PurchaseRow.of(marta, ",2026-03-07,-11,,,,,OLD,")),
                        2))
                .containsExactly(
                        "currency: purchase.refused.currency",
                        "rate: purchase.refused.no-rate",
                        "rate: purchase.refused.base-rate",
                        "rate: purchase.refused.rate",
                        "purchasedOn: purchase.refused.day",
                        "amount: purchase.refused.decimals",
                        "cost: purchase.refused.too-large",
                        "amount: purchase.refused.too-large",
                        "CREATED",
                        "purchaseId: purchase.refused.id-twice",
                        "purchaseId: purchase.refused.id-of-other",
                        "refundOf: purchase.refused.no-such-purchase",
                        "amount: purchase.refused.refund-not-negative",
                        "refundOf: purchase.refused.other-customer",
                        "currency: purchase.refused.refund-currency",
                        "purchasedOn: purchase.refused.refund-too-early",
                        "refundOf: purchase.refused.refund-of-refund",
                        "CREATED",
                        "amount: purchase.refused.refund-exceeds");
        assertThat(store(List.of(PurchaseRow.of(marta, "OLD,2026-03-05,89,,,,,,")), 3))
                .containsExactly("amount: purchase.refused.below-refunds");
        assertThat(store(List.of(PurchaseRow.of(marta, "OLDR,2026-03-06,-81,,,,,OLD,")), 4))
                .containsExactly("amount: purchase.refused.refund-exceeds");
        assertThat(store(List.of(PurchaseRow.of(marta, "OLDR,2026-03-06,-80,,,,,OLD,")), 5))
                .containsExactly("UPDATED");
    }

    @Test
    void refundsNameRowsOfTheSameFile() {
        assertThat(store(
                        List.of(
                                PurchaseRow.of(marta, "R1,2026-03-06,-60,,,,,P1,"),
                                PurchaseRow.of(marta, "R2,2026-03-06,-60,,,,,P1,"),
                                PurchaseRow.of(marta, "P1,2026-03-05,100,,,,,,"),
                                PurchaseRow.of(marta, "P2,2026-03-05,100,ZZZ,,,,,"),
                                PurchaseRow.of(marta, "R3,2026-03-06,-60,,,,,P2,")),
                        1))
                .containsExactly(
                        "CREATED",
                        "amount: purchase.refused.refund-exceeds",
                        "CREATED",
                        "currency: purchase.refused.currency",
                        "refundOf: purchase.refused.no-such-purchase");
    }
}

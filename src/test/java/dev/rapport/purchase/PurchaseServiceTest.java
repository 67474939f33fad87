package dev.rapport.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.customer.CustomerService;
import dev.rapport.customer.CustomerSummaries;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Undo;
import dev.rapport.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class PurchaseServiceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @Autowired
    private PurchaseService purchases;

    @Autowired
    private PurchaseSearch search;

    @Autowired
    private ExchangeRates rates;

    @Autowired
    private CustomerService customers;

    @Autowired
    private CustomerSummaries summaries;

    @Autowired
    private Undo undo;

    @Autowired
    private JdbcClient jdbc;

    private long marta;

    @BeforeEach
    void aCustomer() {
        marta = Customers.register(customers, "Marta Bianchi");
    }

    private static PurchaseEntry entry(String amount) {
        return entry(DAY, amount, null, null, null);
    }

    private static PurchaseEntry entry(
            LocalDate day, String amount, @Nullable String currency, @Nullable String rate, @Nullable String product) {
        return new PurchaseEntry(
                day, new BigDecimal(amount), currency, rate == null ? null : new BigDecimal(rate), null, product, null);
    }

    private Map<String, Object> summary() {
        return jdbc.sql("""
                        SELECT first_purchase_on::text, last_purchase_on::text, purchases, revenue
                        FROM customer_summary WHERE customer_id = :id""").param("id", marta).query().singleRow();
    }

    private void assertSummary(@Nullable String first, @Nullable String last, int count, String revenue) {
        Map<String, Object> kept = summary();
        assertThat(kept.get("first_purchase_on")).isEqualTo(first);
        assertThat(kept.get("last_purchase_on")).isEqualTo(last);
        assertThat(kept.get("purchases")).isEqualTo(count);
        assertThat((BigDecimal) kept.get("revenue")).isEqualByComparingTo(revenue);
        summaries.rebuildAll();
        assertThat(summary()).isEqualTo(kept);
    }

    private List<String> timeline() {
        return jdbc.sql("""
                        SELECT concat_ws(' ', kind, title, amount, currency, happened_at AT TIME ZONE 'UTC', body)
                        FROM timeline_entry WHERE source = 'purchase' ORDER BY source_id""").query(String.class).list();
    }

    private static void assertRefused(ThrowingCallable what, @Nullable String field, String key) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.key()).isEqualTo("purchase.refused." + key);
        });
    }

    @Test
    void standsInTimelineAndSummary() {
        long id = purchases
                .record(marta, entry(DAY, "180", null, null, "Sample set"))
                .id();
        purchases.record(marta, entry(DAY.plusDays(2), "20.5", null, null, "sample SET"));
        PurchaseDetails stored = search.details(id);
        assertThat(stored.currency()).isEqualTo("USD");
        assertThat(stored.rate()).isEqualByComparingTo("1");
        assertThat(stored.product()).isEqualTo("Sample set");
        assertThat(timeline())
                .containsExactly(
                        "PURCHASE Sample set 180.0000 USD 2026-03-05 12:00:00",
                        "PURCHASE Sample set 20.5000 USD 2026-03-07 12:00:00");
        assertSummary("2026-03-05", "2026-03-07", 2, "200.5");
    }

    @ParameterizedTest
    @CsvSource({"0.00005, 1", "33.335, 0.333333333333", "-0.0001, 0.5", "99999999.9999, 7.123456789012"})
    void agreesWithTheDatabaseOnRounding(String amount, String rate) {
        BigDecimal exact = new BigDecimal(amount);
        if (exact.scale() > 4) {
            assertRefused(() -> purchases.record(marta, entry(amount)), "amount", "decimals");
            return;
        }
        assertThat(purchases
                        .record(marta, entry(DAY, amount, "EUR", rate, null))
                        .id())
                .isPositive();
    }

    @Test
    void takesTheRateOfItsDayOrOfTheSevenBefore() {
        rates.put(List.of(
                new DayRate(DAY.minusDays(8), "EUR", new BigDecimal("9")),
                new DayRate(DAY.minusDays(7), "EUR", new BigDecimal("1.07"))));
        assertThat(search.details(purchases
                                .record(marta, entry(DAY, "10", "eur", null, null))
                                .id())
                        .baseAmount())
                .isEqualByComparingTo("10.7");
        rates.put(List.of(
                new DayRate(DAY.minusDays(3), "EUR", new BigDecimal("1.03")),
                new DayRate(DAY.plusDays(1), "EUR", new BigDecimal("5"))));
        assertThat(rates.on("EUR", DAY))
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("1.03"));
        rates.put(List.of(new DayRate(DAY, "EUR", new BigDecimal("1.00"))));
        rates.put(List.of(new DayRate(DAY, "EUR", new BigDecimal("1.01"))));
        assertThat(rates.on("EUR", DAY))
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("1.01"));
        assertThat(rates.on("EUR", DAY.minusDays(9))).isEmpty();
    }

    @Test
    void asksForARateThatIsNotOnFile() {
        assertRefused(() -> purchases.record(marta, entry(DAY, "10", "EUR", null, null)), "rate", "no-rate");
        assertRefused(() -> purchases.record(marta, entry(DAY, "10", "USD", "1.1", null)), "rate", "base-rate");
        assertRefused(() -> purchases.record(marta, entry(DAY, "10", "ABC", "1.1", null)), "currency", "currency");
    }

    @Test
    void isRefundedInPartsButNotBeyondItsAmount() {
        long bag = purchases.record(marta, entry("100")).id();
        long first = purchases
                .refund(marta, bag, entry(DAY.plusDays(1), "-60", null, null, null))
                .id();
        assertRefused(
                () -> purchases.refund(marta, bag, entry(DAY.plusDays(1), "-41", null, null, null)),
                "amount",
                "refund-exceeds");
        purchases.refund(marta, bag, entry(DAY.plusDays(1), "-40", null, null, null));
        assertRefused(
                () -> purchases.change(first, null, entry(DAY.plusDays(1), "-61", null, null, null)),
                "amount",
                "refund-exceeds");
        assertRefused(() -> purchases.change(bag, null, entry("99")), "amount", "below-refunds");
        assertThat(search.details(bag).refundable()).isEqualByComparingTo("0");
        assertSummary("2026-03-05", "2026-03-05", 1, "0");
        assertThat(timeline().get(1)).startsWith("REFUND -60.0000 USD");
    }

    @Test
    void refusesARefundOfNothing() {
        long other = Customers.register(customers, "Lin Wei");
        long bag = purchases.record(marta, entry("100")).id();
        assertRefused(() -> purchases.refund(marta, 999, entry("-1")), "refundOf", "no-such-purchase");
        assertRefused(() -> purchases.refund(other, bag, entry("-1")), "refundOf", "other-customer");
    }

    @Test
    void aDeletionTakesItsRefundsAndBringsThemBack() {
        long bag = purchases.record(marta, entry(DAY, "100", null, null, "Bag")).id();
        purchases.refund(marta, bag, entry(DAY.plusDays(3), "-30", null, null, "Bag"));
        List<String> before = timeline();
        long change = purchases.delete(bag);
        assertThat(timeline()).isEmpty();
        assertSummary(null, null, 0, "0");
        undo.undo(change);
        assertThat(timeline()).isEqualTo(before);
        assertSummary("2026-03-05", "2026-03-05", 1, "70");
        assertThat(search.details(bag).refundable()).isEqualByComparingTo("70");
        assertThatThrownBy(() -> purchases.delete(999)).isInstanceOf(NotFound.class);
    }

    @Test
    void aCorrectionCanBeTakenBack() {
        long bag = purchases.record(marta, entry(DAY, "100", null, null, "Bag")).id();
        long change = purchases.change(bag, 0, entry(DAY.minusDays(1), "90", "EUR", "2", "Belt"));
        assertThat(timeline()).containsExactly("PURCHASE Belt 90.0000 EUR 2026-03-04 12:00:00");
        assertSummary("2026-03-04", "2026-03-04", 1, "180");
        assertThatThrownBy(() -> purchases.change(bag, 0, entry("1")))
                .isInstanceOf(OptimisticLockingFailureException.class);
        undo.undo(change);
        assertThat(timeline()).containsExactly("PURCHASE Bag 100.0000 USD 2026-03-05 12:00:00");
        assertSummary("2026-03-05", "2026-03-05", 1, "100");
    }

    @Test
    void takingBackADeletedRefundCannotExceedThePurchase() {
        long bag = purchases.record(marta, entry("100")).id();
        long refund = purchases.refund(marta, bag, entry("-80")).id();
        long change = purchases.delete(refund);
        purchases.refund(marta, bag, entry("-50"));
        assertRefused(() -> undo.undo(change), null, "refund-exceeds");
        assertSummary("2026-03-05", "2026-03-05", 1, "50");
    }

    @Test
    void aDeletedCustomerComesBackWithTheirPurchases() {
        long bag = purchases.record(marta, entry("100")).id();
        purchases.refund(marta, bag, entry("-30"));
        List<String> before = timeline();
        undo.undo(customers.delete(marta).changeId());
        assertThat(timeline()).isEqualTo(before);
        assertSummary("2026-03-05", "2026-03-05", 1, "70");
    }

    /** An import may bring the refund before what it refunds. */
    @Test
    void comesBackWithARefundThatHasALowerNumber() {
        long first = purchases.record(marta, entry("100")).id();
        long second = purchases.record(marta, entry("100")).id();
        jdbc.sql("UPDATE purchase SET amount = -30, base_amount = -30, refund_of = :to WHERE id = :id")
                .param("id", first)
                .param("to", second)
                .update();

        undo.undo(purchases.delete(second));
        undo.undo(customers.delete(marta).changeId());

        assertThat(jdbc.sql("SELECT refund_of FROM purchase WHERE id = :id")
                        .param("id", first)
                        .query(Long.class)
                        .single())
                .isEqualTo(second);
    }
}

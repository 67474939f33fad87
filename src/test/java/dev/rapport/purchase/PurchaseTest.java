package dev.rapport.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    private static Purchase purchase(Sale sale) {
        return new Purchase(7, sale, Instant.EPOCH);
    }

    private static Sale sale(String amount, String rate) {
        return new Sale(DAY, new BigDecimal(amount), "EUR", new BigDecimal(rate), null, null, null, null);
    }

    private static Sale sale(String amount) {
        return sale(amount, "1.25");
    }

    private static Sale onDay(Sale sale, LocalDate day) {
        return new Sale(day, sale.amount(), sale.currency(), sale.rate(), null, null, null, null);
    }

    private static Sale inFrancs(Sale sale) {
        return new Sale(DAY, sale.amount(), "CHF", sale.rate(), null, null, null, null);
    }

    private static void assertRefused(ThrowingCallable what, String field, String key) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.key()).isEqualTo("purchase.refused." + key);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "100, 1.25, 125.0000",
        "0.0001, 0.5, 0.00005", // rounded on display only
        "-0.0001, 0.5, -0.00005",
        "33.33, 0.8765, 29.213745",
        "0, 1.1, 0.0000",
        "10000000, 0.000061234567, 612.34567",
        "999999999999999.9999, 1, 999999999999999.9999"
    })
    void keepsItsWorthInTheBaseCurrency(String amount, String rate, String base) {
        assertThat(purchase(sale(amount, rate)).baseAmount()).isEqualTo(base);
    }

    @ParameterizedTest
    @CsvSource({
        "0.00001, decimals",
        "1000000000000000, too-large",
        "1e999999999, too-large",
        "1e-999999999, decimals",
        "-1e20, too-large"
    })
    void refusesAnAmountThatCannotBeStored(String amount, String key) {
        assertRefused(() -> purchase(sale(amount)), "amount", key);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "0.0000000000001", "1e13"})
    void refusesARateThatIsNone(String rate) {
        assertRefused(() -> purchase(sale("1", rate)), "rate", "rate");
    }

    @Test
    void refusesAWorthThatCannotBeStored() {
        assertRefused(() -> purchase(sale("999999999999999", "1000")), "amount", "too-large");
    }

    @Test
    void refusesADayOutOfReason() {
        assertRefused(() -> purchase(onDay(sale("1"), LocalDate.of(-5, 1, 1))), "purchasedOn", "day");
        assertRefused(() -> purchase(onDay(sale("1"), LocalDate.of(99999, 1, 1))), "purchasedOn", "day");
    }

    @Test
    void isRefundedUpToItsAmount() {
        Purchase bag = purchase(sale("100"));
        assertThat(bag.refund(7, sale("-60"), NOTHING, Instant.EPOCH).isRefund())
                .isTrue();
        assertThat(bag.refund(7, sale("-40"), new BigDecimal("-60"), Instant.EPOCH)
                        .amount())
                .isEqualByComparingTo("-40");
        assertRefused(
                () -> bag.refund(7, sale("-40.0001"), new BigDecimal("-60"), Instant.EPOCH),
                "amount",
                "refund-exceeds");
    }

    @Test
    void refusesARefundThatIsNone() {
        Purchase bag = purchase(sale("100"));
        assertRefused(() -> bag.refund(8, sale("-1"), NOTHING, Instant.EPOCH), "refundOf", "other-customer");
        assertRefused(() -> bag.refund(7, sale("0"), NOTHING, Instant.EPOCH), "amount", "refund-not-negative");
        assertRefused(() -> bag.refund(7, sale("5"), NOTHING, Instant.EPOCH), "amount", "refund-not-negative");
        assertRefused(() -> bag.refund(7, inFrancs(sale("-5")), NOTHING, Instant.EPOCH), "currency", "refund-currency");
        assertRefused(
                () -> bag.refund(7, onDay(sale("-5"), DAY.minusDays(1)), NOTHING, Instant.EPOCH),
                "purchasedOn",
                "refund-too-early");
        Purchase refund = bag.refund(7, sale("-5"), NOTHING, Instant.EPOCH);
        assertRefused(() -> refund.refund(7, sale("-1"), NOTHING, Instant.EPOCH), "refundOf", "refund-of-refund");
    }

    @Test
    void cannotBeCorrectedBelowItsRefunds() {
        Purchase bag = purchase(sale("100"));
        BigDecimal refunded = new BigDecimal("-60");
        assertRefused(() -> bag.correct(sale("59"), refunded, DAY), "amount", "below-refunds");
        assertRefused(() -> bag.correct(inFrancs(sale("100")), refunded, DAY), "currency", "has-refunds");
        assertRefused(
                () -> bag.correct(onDay(sale("100"), DAY.plusDays(1)), refunded, DAY), "purchasedOn", "after-refund");
        bag.correct(sale("60"), refunded, DAY);
        assertThat(bag.amount()).isEqualByComparingTo("60");
        bag.correct(inFrancs(sale("1")), NOTHING, null);
        assertThat(bag.currency()).isEqualTo("CHF");
    }
}

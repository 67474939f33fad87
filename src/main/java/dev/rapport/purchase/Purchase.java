package dev.rapport.purchase;

import dev.rapport.platform.Refused;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Money that came from a customer on a day or, negative, went back to them. Its worth in the base currency never moves. */
@Entity
@Table(name = "purchase")
class Purchase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private long customerId;
    private @Nullable Long productId;
    private LocalDate purchasedOn;
    private BigDecimal amount;
    private String currency;
    private BigDecimal rate;
    private @Nullable BigDecimal cost;
    private BigDecimal baseAmount;
    private @Nullable Long refundOf;
    private @Nullable String note;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Purchase() {}

    Purchase(long customerId, Sale sale, Instant createdAt) {
        this.customerId = customerId;
        this.createdAt = createdAt;
        this.refundOf = null;
        set(sale);
    }

    private Purchase(Purchase original, Sale refund, Instant createdAt) {
        this.customerId = original.customerId;
        this.createdAt = createdAt;
        this.refundOf = original.id;
        set(refund);
    }

    /**
     * Money back for this purchase.
     *
     * @param refunded what the purchase's refunds come to so far, zero or negative
     */
    Purchase refund(long customerId, Sale refund, BigDecimal refunded, Instant createdAt) {
        if (this.customerId != customerId) {
            throw new Refused("refundOf", "purchase.refused.other-customer");
        }
        if (isRefund()) {
            throw new Refused("refundOf", "purchase.refused.refund-of-refund");
        }
        mayBeRefunded(refund, refunded);
        return new Purchase(this, refund, createdAt);
    }

    /** Whether a refund may stand beside the others of this purchase; the same question for a new one and a changed one. */
    void mayBeRefunded(Sale refund, BigDecimal otherRefunds) {
        if (refund.amount().signum() >= 0) {
            throw new Refused("amount", "purchase.refused.refund-not-negative");
        }
        if (!refund.currency().equals(currency)) {
            throw new Refused("currency", "purchase.refused.refund-currency", currency);
        }
        if (refund.purchasedOn().isBefore(purchasedOn)) {
            throw new Refused("purchasedOn", "purchase.refused.refund-too-early");
        }
        if (amount.add(otherRefunds).add(refund.amount()).signum() < 0) {
            throw new Refused("amount", "purchase.refused.refund-exceeds");
        }
    }

    /**
     * Corrects what was entered.
     *
     * @param refunded what its own refunds come to; they must still fit
     * @param firstRefundOn the day of the first of them
     */
    void correct(Sale sale, BigDecimal refunded, @Nullable LocalDate firstRefundOn) {
        if (firstRefundOn != null) {
            if (!sale.currency().equals(currency)) {
                throw new Refused("currency", "purchase.refused.has-refunds");
            }
            if (sale.amount().add(refunded).signum() < 0) {
                throw new Refused("amount", "purchase.refused.below-refunds");
            }
            if (sale.purchasedOn().isAfter(firstRefundOn)) {
                throw new Refused("purchasedOn", "purchase.refused.after-refund");
            }
        }
        set(sale);
    }

    private void set(Sale sale) {
        productId = sale.productId();
        purchasedOn = Figures.day("purchasedOn", sale.purchasedOn());
        amount = Figures.amount("amount", sale.amount());
        currency = sale.currency();
        rate = Figures.rate(sale.rate());
        cost = sale.cost() == null ? null : Figures.amount("cost", sale.cost());
        baseAmount = Figures.inBase(amount, rate);
        note = sale.note();
    }

    boolean isRefund() {
        return amount.signum() < 0;
    }

    boolean hasVersion(@Nullable Integer seen) {
        return seen == null || seen == version;
    }

    Long id() {
        return id;
    }

    long customerId() {
        return customerId;
    }

    LocalDate purchasedOn() {
        return purchasedOn;
    }

    BigDecimal amount() {
        return amount;
    }

    String currency() {
        return currency;
    }

    BigDecimal baseAmount() {
        return baseAmount;
    }

    @Nullable
    Long refundOf() {
        return refundOf;
    }

    @Nullable
    String note() {
        return note;
    }
}

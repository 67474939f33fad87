package dev.rapport.purchase.web;

import dev.rapport.platform.Line;
import dev.rapport.platform.Note;
import dev.rapport.platform.Refused;
import dev.rapport.purchase.DecimalText;
import dev.rapport.purchase.PurchaseDetails;
import dev.rapport.purchase.PurchaseEntry;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** A purchase or refund as typed; a refund's amount is typed without its sign. */
record PurchaseForm(
        @Nullable Integer version,

        @NotNull(message = "{purchase.refused.no-day}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate purchasedOn,

        @NotBlank(message = "{purchase.refused.no-amount}") @Line @Nullable
        String amount,

        @Line @Nullable String currency,
        @Line @Nullable String rate,
        @Line @Nullable String cost,
        @Line @Nullable String product,
        @Note @Nullable String note) {

    static PurchaseForm blank(LocalDate today, String base) {
        return new PurchaseForm(null, today, null, base, null, null, null, null);
    }

    static PurchaseForm of(PurchaseDetails stored, String base) {
        return new PurchaseForm(
                stored.version(),
                stored.purchasedOn(),
                Numbers.typed(
                        stored.refundOf() == null
                                ? stored.amount()
                                : stored.amount().negate()),
                stored.currency(),
                stored.currency().equals(base)
                        ? null
                        : Numbers.shortest(stored.rate()).toPlainString(),
                stored.cost() == null ? null : Numbers.typed(stored.cost()),
                stored.product(),
                stored.note());
    }

    /** All that is left of a purchase, back today. */
    static PurchaseForm refunding(PurchaseDetails original, LocalDate today, @Nullable BigDecimal rate) {
        return new PurchaseForm(
                null,
                today.isBefore(original.purchasedOn()) ? original.purchasedOn() : today,
                Numbers.typed(original.refundable()),
                original.currency(),
                rate == null ? null : Numbers.shortest(rate).toPlainString(),
                null,
                original.product(),
                null);
    }

    PurchaseEntry toEntry() {
        return entry(parsed());
    }

    PurchaseEntry toRefund(String currencyOfPurchase) {
        BigDecimal back = parsed();
        if (back.signum() <= 0) {
            throw new Refused("amount", "purchase.refused.refund-typed-positive");
        }
        PurchaseEntry typed = entry(back.negate());
        return new PurchaseEntry(
                typed.purchasedOn(),
                typed.amount(),
                currencyOfPurchase,
                typed.rate(),
                typed.cost(),
                typed.product(),
                typed.note());
    }

    private BigDecimal parsed() {
        BigDecimal value = DecimalText.amount("amount", amount);
        if (value == null) {
            throw new Refused("amount", "purchase.refused.no-amount");
        }
        return value;
    }

    private PurchaseEntry entry(BigDecimal value) {
        if (purchasedOn == null) {
            throw new Refused("purchasedOn", "purchase.refused.no-day");
        }
        return new PurchaseEntry(
                purchasedOn,
                value,
                currency,
                DecimalText.rate("rate", rate),
                DecimalText.amount("cost", cost),
                product,
                note);
    }
}

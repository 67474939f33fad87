package dev.rapport.purchase;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as entered, its texts cleaned.
 *
 * @param currency null: the base currency
 * @param rate base units for one unit of the currency; null: the one on file
 * @param cost in the same currency; null: the product's margin or the business's
 * @param product its name; created if new
 */
public record PurchaseEntry(
        LocalDate purchasedOn,
        BigDecimal amount,
        @Nullable String currency,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal cost,
        @Nullable String product,
        @Nullable String note) {

    public PurchaseEntry {
        product = Texts.line("product", product);
        note = Texts.note("note", note);
    }
}

package dev.rapport.purchase.web;

import dev.rapport.platform.Line;
import dev.rapport.purchase.DecimalText;
import dev.rapport.purchase.ProductEntry;
import dev.rapport.purchase.ProductKind;
import dev.rapport.purchase.ProductRow;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A product as typed. */
record ProductForm(
        @Nullable Integer version,

        @NotBlank(message = "{purchase.refused.product-name}") @Line @Nullable
        String name,

        @Nullable ProductKind kind,
        @Line @Nullable String price,
        @Line @Nullable String cost) {

    static ProductForm blank() {
        return new ProductForm(null, null, ProductKind.BASE, null, null);
    }

    static ProductForm of(ProductRow stored) {
        return new ProductForm(
                stored.version(), stored.name(), stored.kind(), money(stored.price()), money(stored.cost()));
    }

    ProductEntry toEntry() {
        return new ProductEntry(
                name == null ? "" : name,
                kind == null ? ProductKind.BASE : kind,
                DecimalText.amount("price", price),
                DecimalText.amount("cost", cost));
    }

    private static @Nullable String money(@Nullable BigDecimal value) {
        return value == null ? null : Numbers.typed(value);
    }
}

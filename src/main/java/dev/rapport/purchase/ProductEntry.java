package dev.rapport.purchase;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A product as entered. Price and cost are in the base currency. */
public record ProductEntry(
        String name,
        ProductKind kind,
        @Nullable BigDecimal price,
        @Nullable BigDecimal cost) {

    public ProductEntry {
        String line = Texts.line("name", name);
        if (line == null) {
            throw new Refused("name", "purchase.refused.product-name");
        }
        name = line;
    }
}

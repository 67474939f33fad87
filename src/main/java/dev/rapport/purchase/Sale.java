package dev.rapport.purchase;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a purchase says, with its product, currency and rate found. */
record Sale(
        LocalDate purchasedOn,
        BigDecimal amount,
        String currency,
        BigDecimal rate,
        @Nullable BigDecimal cost,
        @Nullable Long productId,
        @Nullable String product,
        @Nullable String note) {}

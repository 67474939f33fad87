package dev.rapport.metrics.acquisition;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was spent on winning customers, in the base currency. */
public record CostEntry(
        String channel,
        LocalDate spentOn,
        BigDecimal amount,
        @Nullable String note) {}

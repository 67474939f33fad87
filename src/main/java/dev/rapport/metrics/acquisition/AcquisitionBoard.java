package dev.rapport.metrics.acquisition;

import dev.rapport.metrics.formula.Figure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What winning customers cost in a period and what comes back, for the business and by channel. */
public record AcquisitionBoard(Row all, List<Row> channels) {

    /** @param channel null for customers of whom it isn't known, and for all together */
    public record Row(
            @Nullable String channel,
            Figure spend,
            Figure leads,
            Figure newCustomers,
            Figure conversion,
            Figure cpl,
            Figure cac,
            Figure ltv,
            Figure ltvToCac,
            Figure paybackMonths) {}
}

package dev.rapport.metrics.rfm;

import dev.rapport.metrics.formula.Rfm;
import dev.rapport.metrics.formula.RfmSegment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All customers who have bought, by segment.
 *
 * @param scores null where nobody has bought
 */
public record RfmBoard(
        LocalDate asOf, long customers, @Nullable Rfm scores, List<Row> rows) {

    /**
     * @param revenue so far, refunds taken off
     * @param clv what a customer of it is expected to bring, in revenue, on average; null without a fit
     */
    public record Row(
            RfmSegment segment,
            long customers,
            BigDecimal revenue,
            @Nullable BigDecimal clv) {}

    public Row row(RfmSegment segment) {
        return rows.get(segment.ordinal());
    }
}

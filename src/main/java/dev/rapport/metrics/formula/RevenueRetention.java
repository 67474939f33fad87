package dev.rapport.metrics.formula;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What became of the revenue of the customers one had: gross without, net with what they bought
 * more, both in percent of the start. New customers are in neither.
 */
public record RevenueRetention(Figure nrr, Figure grr) {

    public static RevenueRetention of(
            @Nullable BigDecimal start,
            @Nullable BigDecimal expansion,
            @Nullable BigDecimal contraction,
            @Nullable BigDecimal churn) {
        BigDecimal from = Input.amount("start", start);
        BigDecimal more = Input.amount("expansion", expansion);
        BigDecimal less = Input.amount("contraction", contraction);
        BigDecimal gone = Input.amount("churn", churn);
        if (less.add(gone).compareTo(from) > 0) {
            throw new Refused("churn", "metrics.refused.lost");
        }
        BigDecimal kept = from.subtract(less).subtract(gone);
        Text net = Text.of("metrics.nrr.formula", from, more, less, gone);
        Text gross = Text.of("metrics.grr.formula", from, less, gone);
        FigureBuilder grr = Figure.in(Unit.PERCENT)
                .input("start", from)
                .input("contraction", less)
                .input("churn", gone);
        FigureBuilder nrr = Figure.in(Unit.PERCENT)
                .input("start", from)
                .input("expansion", more)
                .input("contraction", less)
                .input("churn", gone);
        if (from.signum() == 0) {
            return new RevenueRetention(
                    nrr.unknown("metrics.reason.revenue", net), grr.unknown("metrics.reason.revenue", gross));
        }
        return new RevenueRetention(
                nrr.value(Exact.percent(kept.add(more), from), net), grr.value(Exact.percent(kept, from), gross));
    }

    public RevenueRetention map(UnaryOperator<Figure> change) {
        return new RevenueRetention(change.apply(nrr), change.apply(grr));
    }
}

package dev.rapport.metrics;

import dev.rapport.metrics.formula.Exact;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.formula.Unit;

/** Figures that only add up: exact, whatever they rest on. */
final class Totals {

    private Totals() {}

    static Figure revenue(PurchaseQuery.Revenue found, String currency) {
        return Figure.in(Unit.MONEY)
                .n(found.purchases())
                .total()
                .input("purchases", found.purchases())
                .value(found.amount(), Text.of("metrics.revenue.formula", found.purchases()))
                .in(currency);
    }

    static Figure active(PurchaseQuery.Buyers found) {
        return count(found.active(), "metrics.active.formula");
    }

    static Figure fresh(PurchaseQuery.Buyers found) {
        return count(found.fresh(), "metrics.new.formula");
    }

    private static Figure count(long customers, String formula) {
        return Figure.in(Unit.COUNT).n(customers).total().value(Exact.of(customers), Text.of(formula));
    }
}

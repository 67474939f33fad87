package dev.rapport.metrics.formula;

import java.math.BigDecimal;

/** What customers have brought so far: the sum of the margins of all their purchases, refunds taken off. */
public final class HistoricClv {

    private HistoricClv() {}

    public static Figure of(BigDecimal margin, BigDecimal revenue, long customers) {
        FigureBuilder figure = Figure.in(Unit.MONEY)
                .n(customers)
                .total()
                .input("margin", margin)
                .input("revenue", revenue)
                .input("customers", customers);
        Text formula = Text.of("metrics.historic.formula", Exact.tidy(margin), customers);
        if (customers == 0) {
            return figure.unknown("metrics.reason.purchases", formula);
        }
        return figure.input("perCustomer", Exact.divide(margin, Exact.of(customers)))
                .value(margin, formula);
    }
}

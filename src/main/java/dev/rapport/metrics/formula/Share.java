package dev.rapport.metrics.formula;

import java.math.BigDecimal;

/** A part of a whole in percent, with Wilson's interval and the standard error of a proportion. */
final class Share {

    private Share() {}

    static Figure of(FigureBuilder figure, long part, long whole, Text formula, String reason) {
        if (whole == 0) {
            return figure.n(0).unknown(reason, formula);
        }
        BigDecimal value = Exact.percent(Exact.of(part), Exact.of(whole));
        return figure.n(whole)
                .standardError(100 * Math.sqrt((double) part / whole * ((double) (whole - part) / whole) / whole))
                .interval(Interval.wilson(part, whole))
                .value(value, formula);
    }
}

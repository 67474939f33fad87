package dev.rapport.metrics.formula;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Value of a customer with a constant margin, retention and discount rate and no horizon, in the
 * three readings of Fader and Hardie's note 024, and Gupta and Lehmann's margin multiple.
 */
public record PerpetualClv(Figure firstPaymentNow, Figure firstPaymentNext, Figure atPeriodEnd, Figure marginMultiple) {

    public static PerpetualClv of(
            @Nullable BigDecimal margin, @Nullable BigDecimal retention, @Nullable BigDecimal discount) {
        BigDecimal m = Input.number("margin", margin);
        BigDecimal r = Input.share("retention", retention);
        BigDecimal d = Input.rate("discount", discount);
        BigDecimal growth = BigDecimal.ONE.add(d);
        BigDecimal gap = growth.subtract(r);
        return new PerpetualClv(
                figure(Unit.MONEY, m.multiply(growth), gap, "metrics.perpetual.now", m, r, d),
                figure(Unit.MONEY, m.multiply(r), gap, "metrics.perpetual.next", m, r, d),
                figure(Unit.MONEY, m, gap, "metrics.perpetual.end", m, r, d),
                figure(Unit.RATIO, r, gap, "metrics.perpetual.multiple", m, r, d));
    }

    private static Figure figure(
            Unit unit, BigDecimal of, BigDecimal gap, String key, BigDecimal m, BigDecimal r, BigDecimal d) {
        Text formula = Text.of(key, Exact.tidy(m), Exact.tidy(r), Exact.tidy(d));
        FigureBuilder figure = Figure.in(unit);
        if (unit == Unit.MONEY) {
            figure.input("margin", m);
        }
        figure.input("retention", r).input("discount", d).input("discountPerMonth", DiscountRate.perMonth(d));
        return gap.signum() <= 0
                ? figure.unknown("metrics.reason.endless", formula)
                : figure.value(Exact.divide(of, gap), formula);
    }
}

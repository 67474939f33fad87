package dev.rapport.metrics.formula;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The two rules of thumb for a customer's value: without discounting, revenue or margin as their formula says. */
public final class SimpleClv {

    private SimpleClv() {}

    /** Average purchase value × purchases per period × retention rate − acquisition cost. */
    public static Figure of(
            @Nullable BigDecimal purchaseValue,
            @Nullable BigDecimal purchasesPerPeriod,
            @Nullable BigDecimal retention,
            @Nullable BigDecimal acquisitionCost) {
        BigDecimal value = Input.number("purchaseValue", purchaseValue);
        BigDecimal purchases = Input.amount("purchasesPerPeriod", purchasesPerPeriod);
        BigDecimal r = Input.share("retention", retention);
        BigDecimal cost = Input.amount("acquisitionCost", acquisitionCost);
        return Figure.in(Unit.MONEY)
                .input("purchaseValue", value)
                .input("purchasesPerPeriod", purchases)
                .input("retention", r)
                .input("acquisitionCost", cost)
                .value(
                        value.multiply(purchases).multiply(r).subtract(cost),
                        Text.of(
                                "metrics.simple.formula",
                                Exact.tidy(value),
                                Exact.tidy(purchases),
                                Exact.tidy(r),
                                Exact.tidy(cost)));
    }

    /** Average revenue per account and period × gross margin × 1/churn per period. */
    public static Figure byChurn(
            @Nullable BigDecimal revenuePerAccount, @Nullable BigDecimal grossMargin, @Nullable BigDecimal churn) {
        BigDecimal revenue = Input.number("revenuePerAccount", revenuePerAccount);
        BigDecimal margin = Input.number("grossMargin", grossMargin);
        BigDecimal lost = Input.share("churn", churn);
        FigureBuilder figure = Figure.in(Unit.MONEY)
                .input("revenuePerAccount", revenue)
                .input("grossMargin", margin)
                .input("churn", lost);
        Text formula =
                Text.of("metrics.simple.churn.formula", Exact.tidy(revenue), Exact.tidy(margin), Exact.tidy(lost));
        return lost.signum() == 0
                ? figure.unknown("metrics.reason.churn", formula)
                : figure.value(Exact.divide(revenue.multiply(margin), lost), formula);
    }
}

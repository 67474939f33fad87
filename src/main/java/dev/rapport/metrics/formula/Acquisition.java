package dev.rapport.metrics.formula;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What winning a customer costs and how soon the customer pays it back; the margin and the churn are shares a month. */
public record Acquisition(Figure cac, Figure ltv, Figure ltvToCac, Figure paybackMonths) {

    public static Acquisition of(
            @Nullable BigDecimal spend,
            @Nullable BigDecimal newCustomers,
            @Nullable BigDecimal monthlyRevenuePerCustomer,
            @Nullable BigDecimal grossMargin,
            @Nullable BigDecimal monthlyChurn) {
        BigDecimal revenue = Input.amount("monthlyRevenuePerCustomer", monthlyRevenuePerCustomer);
        BigDecimal margin = Input.share("grossMargin", grossMargin);
        BigDecimal churn = Input.share("monthlyChurn", monthlyChurn);
        Figure cac = cac(Input.amount("spend", spend), Input.count("newCustomers", newCustomers));
        Text formula = Text.of("metrics.ltv.formula", Exact.tidy(revenue), Exact.tidy(margin), Exact.tidy(churn));
        FigureBuilder ltv = Figure.in(Unit.MONEY)
                .input("monthlyRevenuePerCustomer", revenue)
                .input("grossMargin", margin)
                .input("monthlyChurn", churn);
        Figure value = churn.signum() == 0
                ? ltv.unknown("metrics.reason.churn", formula)
                : ltv.value(Exact.divide(revenue.multiply(margin), churn), formula);
        return new Acquisition(cac, value, ltvToCac(value, cac), payback(cac, revenue, margin));
    }

    public static Figure cac(BigDecimal spend, long newCustomers) {
        FigureBuilder figure = Figure.in(Unit.MONEY)
                .n(newCustomers)
                .total()
                .input("spend", spend)
                .input("newCustomers", newCustomers);
        Text formula = Text.of("metrics.cac.formula", Exact.tidy(spend), newCustomers);
        return newCustomers == 0
                ? figure.unknown("metrics.reason.newcomers", formula)
                : figure.value(Exact.divide(spend, Exact.of(newCustomers)), formula);
    }

    /** Spend for each lead. */
    public static Figure cpl(BigDecimal spend, long leads) {
        FigureBuilder figure =
                Figure.in(Unit.MONEY).n(leads).total().input("spend", spend).input("leads", leads);
        Text formula = Text.of("metrics.cpl.formula", Exact.tidy(spend), leads);
        return leads == 0
                ? figure.unknown("metrics.reason.leads", formula)
                : figure.value(Exact.divide(spend, Exact.of(leads)), formula);
    }

    public static Figure conversion(long converted, long leads) {
        return Share.of(
                Figure.in(Unit.PERCENT).input("converted", converted).input("leads", leads),
                converted,
                leads,
                Text.of("metrics.conversion.formula", converted, leads),
                "metrics.reason.leads");
    }

    public static Figure ltvToCac(Figure ltv, Figure cac) {
        FigureBuilder figure = Figure.in(Unit.RATIO);
        if (ltv.value() == null || cac.value() == null) {
            Text reason = ltv.value() == null ? ltv.reason() : cac.reason();
            String key = reason == null ? "metrics.reason.newcomers" : reason.key();
            return figure.unknown(key, Text.of("metrics.ltvToCac"));
        }
        figure.input("ltv", ltv.value()).input("cac", cac.value());
        Text formula = Text.of("metrics.ltvToCac.formula", ltv.value(), cac.value());
        return cac.value().signum() == 0
                ? figure.unknown("metrics.reason.free", formula)
                : figure.value(Exact.divide(ltv.value(), cac.value()), formula);
    }

    public static Figure payback(Figure cac, BigDecimal monthlyRevenue, BigDecimal margin) {
        FigureBuilder figure = Figure.in(Unit.MONTHS)
                .input("monthlyRevenuePerCustomer", monthlyRevenue)
                .input("grossMargin", margin);
        if (cac.value() == null) {
            return figure.unknown("metrics.reason.newcomers", Text.of("metrics.payback"));
        }
        figure.input("cac", cac.value());
        Text formula = Text.of("metrics.payback.formula", cac.value(), Exact.tidy(monthlyRevenue), Exact.tidy(margin));
        BigDecimal earned = monthlyRevenue.multiply(margin);
        return earned.signum() <= 0
                ? figure.unknown("metrics.reason.margin", formula)
                : figure.value(Exact.divide(cac.value(), earned), formula);
    }
}

package dev.rapport.metrics.formula;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Present value of a customer over a finite horizon: Σ R_t / (1 + d)^t, money at each period's end or start. */
public final class DiscountedClv {

    private static final int LONGEST = 10_000;

    private DiscountedClv() {}

    public static Figure of(
            @Nullable List<@Nullable BigDecimal> cashFlows, @Nullable BigDecimal rate, @Nullable Timing timing) {
        if (cashFlows == null) {
            throw new Refused("cashFlows", "metrics.refused.missing");
        }
        if (cashFlows.size() > LONGEST) {
            throw new Refused("cashFlows", "metrics.refused.long", LONGEST);
        }
        Timing when = timing == null ? Timing.END : timing;
        List<Object> flows = new ArrayList<>();
        for (int i = 0; i < cashFlows.size(); i++) {
            flows.add(Exact.tidy(Input.number("cashFlows[" + i + "]", cashFlows.get(i))));
        }
        BigDecimal d = Input.rate("rate", rate);
        FigureBuilder figure = Figure.in(Unit.MONEY)
                .input("cashFlows", List.copyOf(flows))
                .input("rate", d)
                .input("timing", when.name());
        Text formula = Text.of("metrics.discounted.formula." + when, flows.size(), Exact.tidy(d));
        if (flows.isEmpty()) {
            return figure.unknown("metrics.reason.flows", formula);
        }
        return figure.value(presentValue(flows, d, when), formula);
    }

    /** On live data: a margin m that r of the customers go on bringing, m·r^(t−1) at the end of year t = 1..years. */
    public static Figure constant(BigDecimal margin, BigDecimal retention, BigDecimal discount, int years) {
        BigDecimal m = Input.number("margin", margin);
        BigDecimal r = Input.share("retention", retention);
        BigDecimal d = Input.rate("discount", discount);
        List<Object> flows = new ArrayList<>();
        BigDecimal flow = m;
        for (int t = 1; t <= years; t++) {
            flows.add(flow);
            flow = flow.multiply(r, Exact.DIGITS);
        }
        return Figure.in(Unit.MONEY)
                .input("margin", m)
                .input("retention", r)
                .input("discount", d)
                .input("discountPerMonth", DiscountRate.perMonth(d))
                .input("years", years)
                .value(
                        presentValue(flows, d, Timing.END),
                        Text.of("metrics.discounted.formula", years, Exact.tidy(m), Exact.tidy(r), Exact.tidy(d)));
    }

    private static BigDecimal presentValue(List<Object> flows, BigDecimal rate, Timing timing) {
        BigDecimal growth = BigDecimal.ONE.add(rate);
        BigDecimal factor = timing == Timing.START ? BigDecimal.ONE : growth;
        BigDecimal sum = BigDecimal.ZERO;
        for (Object flow : flows) {
            sum = sum.add(Exact.divide((BigDecimal) flow, factor), Exact.DIGITS);
            factor = factor.multiply(growth, Exact.DIGITS);
        }
        return sum;
    }
}

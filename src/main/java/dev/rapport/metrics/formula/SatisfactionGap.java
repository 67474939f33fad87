package dev.rapport.metrics.formula;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** (perceived − expected) / (perceived + expected): above 0 where customers got more than they had hoped for. */
public final class SatisfactionGap {

    private SatisfactionGap() {}

    public static Figure of(@Nullable BigDecimal perceived, @Nullable BigDecimal expected) {
        BigDecimal got = Input.amount("perceived", perceived);
        BigDecimal hoped = Input.amount("expected", expected);
        FigureBuilder figure = Figure.in(Unit.RATIO).input("perceived", got).input("expected", hoped);
        Text formula = Text.of("metrics.gap.formula", Exact.tidy(got), Exact.tidy(hoped));
        BigDecimal sum = got.add(hoped);
        return sum.signum() == 0
                ? figure.unknown("metrics.reason.gap", formula)
                : figure.value(Exact.divide(got.subtract(hoped), sum), formula);
    }
}

package dev.rapport.metrics.formula;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** (perceived − expected) / (perceived + expected): above 0 where customers got more than they had hoped for. */
public final class SatisfactionGap {

    private SatisfactionGap() {}

    public static Figure of(@Nullable BigDecimal perceived, @Nullable BigDecimal expected) {
        BigDecimal got = Input.amount("perceived", perceived);
        BigDecimal hoped = Input.amount("expected", expected);
        return of(Figure.in(Unit.RATIO), got, hoped, "metrics.reason.gap");
    }

    /**
     * Of answers that give both, from what a database adds up: how many, the sums of both, of their squares and of their
     * product. The range is that of a ratio of two sums (Cochran 1977): Σ(d − g s)² with d = perceived − expected and
     * s = perceived + expected of each answer.
     */
    public static Figure of(long n, long perceived, long expected, long pp, long pe, long ee) {
        if (n < 0 || perceived < 0 || expected < 0) {
            throw new Refused("perceived", "metrics.refused.negative");
        }
        FigureBuilder figure = Figure.in(Unit.RATIO).n(n);
        double sum = perceived + expected;
        if (n > 1 && sum > 0) {
            double gap = (perceived - expected) / sum;
            // d − g s = (1 − g) p − (1 + g) e
            double spread = (1 - gap) * (1 - gap) * pp - 2 * (1 - gap) * (1 + gap) * pe + (1 + gap) * (1 + gap) * ee;
            double error = Math.sqrt(Math.max(0, spread) * n / (n - 1)) / sum;
            figure.standardError(error).interval(Interval.around(BigDecimal.valueOf(gap), error));
        }
        return of(figure, Exact.of(perceived), Exact.of(expected), "metrics.reason.expected");
    }

    private static Figure of(FigureBuilder figure, BigDecimal got, BigDecimal hoped, String reason) {
        figure.input("perceived", got).input("expected", hoped);
        Text formula = Text.of("metrics.gap.formula", Exact.tidy(got), Exact.tidy(hoped));
        BigDecimal sum = got.add(hoped);
        return sum.signum() == 0
                ? figure.unknown(reason, formula)
                : figure.value(Exact.divide(got.subtract(hoped), sum), formula);
    }
}

package dev.rapport.metrics;

import dev.rapport.metrics.SurvivalQuery.Lives;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.FigureBuilder;
import dev.rapport.metrics.formula.Interval;
import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.formula.Unit;
import dev.rapport.metrics.model.ShiftedBetaGeometric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is left of all who ever came, step by step since their first purchase, and how that would go on by the
 * shifted-beta-geometric model (Fader and Hardie 2007). Of those who came lately only the steps that are over count
 * (Kaplan and Meier 1958); for one cohort that is alive at t ÷ its size.
 *
 * @param step days; more than the churn rule waits at least, so that who never came back is gone after the first
 * @param fit null where there are too few to fit, or no maximum
 */
public record SurvivalCurve(
        int step, long n, List<Point> points, @Nullable ShiftedBetaGeometric fit) {

    /**
     * After t steps, as shares of 1.
     *
     * @param atRisk who was left a step before and whose step is over; null where only the model speaks
     */
    public record Point(
            int t,
            @Nullable Long atRisk,
            @Nullable Long stayed,
            @Nullable BigDecimal retention,
            @Nullable BigDecimal survival,
            @Nullable BigDecimal projected) {

        public boolean tooFewToTell() {
            return atRisk != null && atRisk < Figure.FEW;
        }
    }

    private static final int SHORTEST = 91;
    private static final int YEAR = 364;
    private static final int MOST = 40;
    private static final int AHEAD = 4;

    static int step(@Nullable Integer churnDays) {
        return churnDays == null ? SHORTEST : Math.max(SHORTEST, churnDays + 1);
    }

    static SurvivalCurve of(List<Lives> lives, int step) {
        long n = lives.stream().mapToLong(Lives::customers).sum();
        List<Long> atRisk = new ArrayList<>();
        List<Long> stayed = new ArrayList<>();
        for (int t = 1; t <= MOST; t++) {
            long exposed = count(lives, t, t - 1);
            if (exposed == 0) {
                break;
            }
            atRisk.add(exposed);
            stayed.add(count(lives, t, t));
        }
        ShiftedBetaGeometric fit = n < Figure.FEW ? null : ShiftedBetaGeometric.fit(atRisk, stayed);
        return new SurvivalCurve(step, n, points(n, atRisk, stayed, fit), fit);
    }

    private static long count(List<Lives> lives, int age, int lived) {
        return lives.stream()
                .filter(each -> each.age() >= age && each.lived() >= lived)
                .mapToLong(Lives::customers)
                .sum();
    }

    private static List<Point> points(
            long n, List<Long> atRisk, List<Long> stayed, @Nullable ShiftedBetaGeometric fit) {
        if (n == 0) {
            return List.of();
        }
        int steps = atRisk.size();
        List<Double> projected = fit == null ? List.of() : fit.survival(steps + AHEAD);
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, n, n, null, BigDecimal.ONE, fit == null ? null : BigDecimal.ONE));
        double left = 1;
        for (int t = 1; t <= (fit == null ? steps : steps + AHEAD); t++) {
            BigDecimal model = fit == null ? null : decimal(projected.get(t));
            if (t > steps) {
                points.add(new Point(t, null, null, null, null, model));
                continue;
            }
            double kept = (double) stayed.get(t - 1) / atRisk.get(t - 1);
            left *= kept;
            points.add(new Point(t, atRisk.get(t - 1), stayed.get(t - 1), decimal(kept), decimal(left), model));
        }
        return List.copyOf(points);
    }

    /** Why there is no fit, where there is none. */
    public Text reason() {
        return n < Figure.FEW ? Text.of("metrics.survival.few", n) : Text.of("metrics.survival.flat");
    }

    /** The share still left after a year, or the first step where that is longer; its range by Greenwood. */
    Figure afterAYear() {
        int t = Math.max(1, Math.round((float) YEAR / step));
        FigureBuilder figure = Figure.in(Unit.PERCENT).input("stepDays", step).input("steps", t);
        if (fit != null) {
            figure.input("leavingAlpha", decimal(fit.alpha()))
                    .input("leavingBeta", decimal(fit.beta()))
                    .input("logLikelihood", decimal(fit.logLikelihood()))
                    .input("projectedPercent", decimal(100 * fit.survival(t).get(t)));
        }
        Text plain = Text.of("metrics.survival.formula.plain");
        BigDecimal left = points.size() <= t ? null : points.get(t).survival();
        if (left == null) {
            return figure.n(n).unknown("metrics.reason.survival", plain);
        }
        double survival = left.doubleValue();
        double greenwood = 0;
        StringBuilder product = new StringBuilder();
        for (Point point : points.subList(1, t + 1)) {
            long risk = point.atRisk() == null ? 0 : point.atRisk();
            long stayed = point.stayed() == null ? 0 : point.stayed();
            greenwood += stayed == 0 ? 0 : (double) (risk - stayed) / ((double) risk * stayed);
            product.append(product.isEmpty() ? "" : " × ")
                    .append(stayed)
                    .append('/')
                    .append(risk);
        }
        double error = 100 * survival * Math.sqrt(greenwood);
        BigDecimal value = decimal(100 * survival);
        Long risk = points.get(t).atRisk();
        return figure.n(risk == null ? 0 : risk)
                .standardError(error)
                .interval(Interval.within(value, error, 0, 100))
                .value(value, Text.of("metrics.survival.formula", product.toString()));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).round(MathContext.DECIMAL64);
    }
}

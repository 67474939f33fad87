package dev.rapport.metrics.formula;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Net promoter score, −100..100 points: share of 9–10 less share of 0–6 of "how likely are you to
 * recommend us?" (Reichheld 2003). Standard error by the variance of one answer, which is 1, 0 or −1.
 */
public final class Nps {

    private static final int PROMOTER = 9;
    private static final int PASSIVE = 7;

    private Nps() {}

    public static Figure ofScores(@Nullable List<@Nullable BigDecimal> scores) {
        if (scores == null) {
            throw new Refused("scores", "metrics.refused.missing");
        }
        int[] kinds = new int[3];
        for (int i = 0; i < scores.size(); i++) {
            int score = Input.score("scores[" + i + "]", scores.get(i), 0, 10);
            kinds[score >= PROMOTER ? 0 : score >= PASSIVE ? 1 : 2]++;
        }
        return of(kinds[0], kinds[1], kinds[2]);
    }

    public static Figure ofCounts(
            @Nullable BigDecimal promoters, @Nullable BigDecimal passives, @Nullable BigDecimal detractors) {
        return of(
                Input.count("promoters", promoters),
                Input.count("passives", passives),
                Input.count("detractors", detractors));
    }

    public static Figure of(long promoters, long passives, long detractors) {
        Input.count("promoters", promoters);
        Input.count("passives", passives);
        Input.count("detractors", detractors);
        long n = promoters + passives + detractors;
        FigureBuilder figure = Figure.in(Unit.POINTS)
                .n(n)
                .input("promoters", promoters)
                .input("passives", passives)
                .input("detractors", detractors);
        Text formula = Text.of("metrics.nps.formula", promoters, detractors, n);
        if (n == 0) {
            return figure.unknown("metrics.reason.answers", formula);
        }
        BigDecimal value = Exact.percent(Exact.of(promoters - detractors), Exact.of(n));
        double error = 100 * Math.sqrt(variance(promoters, passives, detractors) / n);
        return figure.standardError(error)
                .interval(Interval.around(value, error))
                .value(value, formula);
    }

    /** P + D − (P − D)², written so that nothing cancels out where nearly all are of one kind. */
    private static double variance(double promoters, double passives, double detractors) {
        double n = promoters + passives + detractors;
        return (4 * promoters * detractors + passives * (promoters + detractors)) / (n * n);
    }
}

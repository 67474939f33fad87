package dev.rapport.metrics.formula;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customer effort score: the mean of 1..7 for "it was easy", with the share of 5–7 beside it. The
 * interval is the normal one of a mean, with the sample's own spread.
 */
public final class Ces {

    private static final int LOWEST = 1;
    private static final int HIGHEST = 7;
    private static final int EASY = 5;

    private Ces() {}

    public static Figure ofScores(List<? extends @Nullable BigDecimal> scores) {
        long sum = 0;
        long squares = 0;
        long easy = 0;
        for (int i = 0; i < scores.size(); i++) {
            int score = Input.score("scores[" + i + "]", scores.get(i), LOWEST, HIGHEST);
            sum += score;
            squares += (long) score * score;
            easy += score >= EASY ? 1 : 0;
        }
        return of(scores.size(), sum, squares, easy);
    }

    /** From what a database adds up: answers, their sum, the sum of their squares and those of 5–7. */
    public static Figure of(long n, long sum, long squares, long easy) {
        FigureBuilder figure =
                Figure.in(Unit.SCORE).n(n).input("sum", sum).input("answers", n).input("easy", easy);
        Text formula = Text.of("metrics.ces.formula", sum, n);
        if (n == 0) {
            return figure.unknown("metrics.reason.answers", formula);
        }
        BigDecimal mean = Exact.divide(Exact.of(sum), Exact.of(n));
        figure.input("easyPercent", Exact.percent(Exact.of(easy), Exact.of(n)));
        if (n > 1) {
            double variance = (squares - (double) sum * sum / n) / (n - 1);
            double error = Math.sqrt(Math.max(0, variance) / n);
            figure.standardError(error).interval(Interval.around(mean, error));
        }
        return figure.value(mean, formula);
    }
}

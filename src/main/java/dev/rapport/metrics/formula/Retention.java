package dev.rapport.metrics.formula;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many of the customers at the start were still customers at the end, in percent, and how many
 * were not: (E − N) / S and 1 − that, where N counts everyone in E who wasn't in S.
 */
public record Retention(Figure retention, Figure churn) {

    public static Retention ofCounts(@Nullable BigDecimal start, @Nullable BigDecimal end, @Nullable BigDecimal fresh) {
        return of(Input.count("start", start), Input.count("end", end), Input.count("new", fresh));
    }

    public static Retention of(long start, long end, long fresh) {
        Input.count("start", start);
        Input.count("end", end);
        Input.count("new", fresh);
        long retained = end - fresh;
        if (retained < 0) {
            throw new Refused("new", "metrics.refused.new.end", end);
        }
        if (retained > start) {
            throw new Refused("new", "metrics.refused.new.start", retained, start);
        }
        Figure retention = Share.of(
                inputs(start, end, fresh),
                retained,
                start,
                Text.of("metrics.retention.formula", end, fresh, start),
                "metrics.reason.start");
        Figure churn = Share.of(
                inputs(start, end, fresh),
                start - retained,
                start,
                Text.of("metrics.churn.formula", end, fresh, start),
                "metrics.reason.start");
        return new Retention(retention, churn);
    }

    private static FigureBuilder inputs(long start, long end, long fresh) {
        return Figure.in(Unit.PERCENT).input("start", start).input("end", end).input("new", fresh);
    }
}

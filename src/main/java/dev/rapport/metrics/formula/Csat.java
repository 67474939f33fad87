package dev.rapport.metrics.formula;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Customer satisfaction in percent: answers of 4 or 5, of 5, among all answers. */
public final class Csat {

    private Csat() {}

    public static Figure ofCounts(@Nullable BigDecimal satisfied, @Nullable BigDecimal answers) {
        return of(Input.count("satisfied", satisfied), Input.count("answers", answers));
    }

    public static Figure of(long satisfied, long answers) {
        Input.count("satisfied", satisfied);
        Input.count("answers", answers);
        if (satisfied > answers) {
            throw new Refused("satisfied", "metrics.refused.satisfied");
        }
        return Share.of(
                Figure.in(Unit.PERCENT).input("satisfied", satisfied).input("answers", answers),
                satisfied,
                answers,
                Text.of("metrics.csat.formula", satisfied, answers),
                "metrics.reason.answers");
    }
}

package dev.rapport.metrics.formula;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left of a cohort period by period, as shares of 1: S(t) = alive at t / size of the cohort,
 * r(t) = S(t) / S(t − 1). It ends with the last period that had anyone to keep.
 */
public record Survival(List<BigDecimal> survival, List<BigDecimal> retention) {

    public static Survival of(List<Long> alive) {
        if (alive.isEmpty() || alive.get(0) <= 0) {
            throw new Refused("alive", "metrics.refused.cohort");
        }
        List<BigDecimal> survival = new ArrayList<>();
        List<BigDecimal> retention = new ArrayList<>();
        for (int t = 0; t < alive.size(); t++) {
            Input.count("alive[" + t + "]", alive.get(t));
            survival.add(ratio(alive.get(t), alive.get(0)));
            if (t > 0 && alive.get(t) > alive.get(t - 1)) {
                throw new Refused("alive[" + t + "]", "metrics.refused.survivors");
            }
            if (t > 0 && alive.get(t - 1) > 0) {
                retention.add(ratio(alive.get(t), alive.get(t - 1)));
            }
        }
        return new Survival(List.copyOf(survival), List.copyOf(retention));
    }

    private static BigDecimal ratio(long part, long whole) {
        return Exact.tidy(Exact.divide(Exact.of(part), Exact.of(whole)));
    }
}

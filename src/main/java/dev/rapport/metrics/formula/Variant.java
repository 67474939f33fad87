package dev.rapport.metrics.formula;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One side of an experiment: how many were tried and how many of them did what was hoped for. */
public record Variant(String name, long trials, long successes) {

    public static Variant of(
            String field, @Nullable String name, @Nullable BigDecimal trials, @Nullable BigDecimal successes) {
        long tried = Input.count(field + ".trials", trials);
        long succeeded = Input.count(field + ".successes", successes);
        if (succeeded > tried) {
            throw new Refused(field + ".successes", "metrics.refused.successes");
        }
        return new Variant(name == null ? "" : name, tried, succeeded);
    }

    double share() {
        return (double) successes / trials;
    }

    /** Both counts of a Beta(1, 1) prior brought up to date. */
    double alpha() {
        return successes + 1.0;
    }

    double beta() {
        return trials - successes + 1.0;
    }
}

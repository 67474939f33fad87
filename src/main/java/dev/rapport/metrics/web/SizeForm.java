package dev.rapport.metrics.web;

import dev.rapport.metrics.formula.SampleSize;
import dev.rapport.platform.Line;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an experiment shall be able to see, in percent, as typed. */
record SizeForm(
        @Line @Nullable String baseline,
        @Line @Nullable String expected,
        @Line @Nullable String power,
        @Line @Nullable String significance) {

    private static final String POWER = "80";
    private static final String SIGNIFICANCE = "5";

    /** Power and significance are as usual unless said otherwise. */
    SizeForm {
        power = power == null ? POWER : power;
        significance = significance == null ? SIGNIFICANCE : significance;
    }

    boolean blank() {
        return (baseline == null || baseline.isBlank()) && (expected == null || expected.isBlank());
    }

    BigDecimal perGroup() {
        double found = SampleSize.of(
                Typed.percent("baseline", baseline),
                Typed.percent("expected", expected),
                Typed.percent("power", power),
                Typed.percent("significance", significance));
        return BigDecimal.valueOf(Math.ceil(found));
    }
}

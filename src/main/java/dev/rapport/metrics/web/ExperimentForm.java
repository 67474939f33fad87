package dev.rapport.metrics.web;

import dev.rapport.metrics.formula.Variant;
import dev.rapport.platform.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Up to four variants as typed; those left blank don't count. */
record ExperimentForm(
        @Line @Nullable String trialsA,
        @Line @Nullable String successesA,
        @Line @Nullable String trialsB,
        @Line @Nullable String successesB,
        @Line @Nullable String trialsC,
        @Line @Nullable String successesC,
        @Line @Nullable String trialsD,
        @Line @Nullable String successesD) {

    boolean blank() {
        return none(trialsA, successesA)
                && none(trialsB, successesB)
                && none(trialsC, successesC)
                && none(trialsD, successesD);
    }

    List<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        variants.add(variant("A", trialsA, successesA));
        variants.add(variant("B", trialsB, successesB));
        if (!none(trialsC, successesC)) {
            variants.add(variant("C", trialsC, successesC));
        }
        if (!none(trialsD, successesD)) {
            variants.add(variant("D", trialsD, successesD));
        }
        return variants;
    }

    private static Variant variant(String name, @Nullable String trials, @Nullable String successes) {
        BigDecimal tried = Typed.number("trials" + name, trials);
        BigDecimal succeeded = Typed.number("successes" + name, successes);
        return Fields.renamed(
                () -> Variant.of("v", name, tried, succeeded),
                field -> field.equals("v.trials") ? "trials" + name : "successes" + name);
    }

    private static boolean none(@Nullable String trials, @Nullable String successes) {
        return (trials == null || trials.isBlank()) && (successes == null || successes.isBlank());
    }
}

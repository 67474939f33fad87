package dev.rapport.metrics.predictive;

import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.model.BgNbd;
import dev.rapport.metrics.model.GammaGamma;
import dev.rapport.metrics.model.Optimum;
import dev.rapport.metrics.model.Variations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models as fitted to what was bought up to a day.
 *
 * @param purchases r, alpha, a, b of BG/NBD; null where there was no maximum
 * @param spending p, q, v of Gamma-Gamma; null where there was none
 * @param seen customers by repeat purchases 0, 1, … 6, 7 and more
 * @param expected the same as the model has it; empty without one
 */
public record StoredFit(
        long id,
        LocalDate asOf,
        long dataVersion,
        Instant fittedAt,
        long customers,
        long repeaters,
        @Nullable Optimum purchases,
        @Nullable Optimum spending,
        List<Long> seen,
        List<Double> expected) {

    /** Below these the model isn't the headline, however well it fits. */
    public static final int CUSTOMERS = 50;

    public static final int REPEATERS = 20;

    public @Nullable BgNbd buying() {
        return purchases == null
                ? null
                : new BgNbd(
                        purchases.parameters()[0],
                        purchases.parameters()[1],
                        purchases.parameters()[2],
                        purchases.parameters()[3]);
    }

    public @Nullable GammaGamma value() {
        return spending == null
                ? null
                : new GammaGamma(spending.parameters()[0], spending.parameters()[1], spending.parameters()[2]);
    }

    public @Nullable Variations variations() {
        return purchases == null || spending == null ? null : new Variations(purchases, spending);
    }

    /** Why it can't be the headline; null where it can. */
    public @Nullable Text reason() {
        if (customers < CUSTOMERS || repeaters < REPEATERS) {
            return Text.of("metrics.reason.predictive.few", customers, repeaters, CUSTOMERS, REPEATERS);
        }
        if (purchases == null) {
            return Text.of("metrics.reason.fit");
        }
        if (spending == null) {
            return Text.of("metrics.reason.fit.spending");
        }
        return spending.parameters()[1] <= 1 ? Text.of("metrics.reason.fit.endless") : null;
    }
}

package dev.rapport.metrics.web;

import dev.rapport.metrics.SurvivalCurve;
import dev.rapport.metrics.model.ShiftedBetaGeometric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is left of all who ever came, by steps of {@code stepDays} since their first purchase; shares are 0..1. Parameters are
 * those of the shifted-beta-geometric model, null with a reason where it can't be fitted.
 */
record SurvivalBody(
        int stepDays,
        long n,
        @Nullable Double alpha,
        @Nullable Double beta,
        @Nullable Double alphaError,
        @Nullable Double betaError,
        @Nullable Double logLikelihood,
        List<SurvivalCurve.Point> points,
        @Nullable String reason) {

    static SurvivalBody of(SurvivalCurve curve, String reason) {
        ShiftedBetaGeometric fit = curve.fit();
        return fit == null
                ? new SurvivalBody(curve.step(), curve.n(), null, null, null, null, null, curve.points(), reason)
                : new SurvivalBody(
                        curve.step(),
                        curve.n(),
                        fit.alpha(),
                        fit.beta(),
                        fit.alphaError(),
                        fit.betaError(),
                        fit.logLikelihood(),
                        curve.points(),
                        null);
    }
}

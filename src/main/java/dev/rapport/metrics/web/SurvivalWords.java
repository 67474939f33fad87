package dev.rapport.metrics.web;

import dev.rapport.metrics.SurvivalCurve;
import dev.rapport.metrics.SurvivalCurve.Point;
import dev.rapport.platform.web.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** A survival curve for people: its chart, its steps in months, its model filled in. */
final class SurvivalWords {

    private static final double MONTH = 30.4375;
    private static final int DIGITS = 4;

    private final SurvivalCurve curve;
    private final Formats formats;
    private final MessageSource messages;
    private final Locale locale;

    SurvivalWords(SurvivalCurve curve, Formats formats, MessageSource messages, Locale locale) {
        this.curve = curve;
        this.formats = formats;
        this.messages = messages;
        this.locale = locale;
    }

    public boolean known() {
        return curve.points().size() > 1;
    }

    Charts.Chart chart() {
        return new Charts.Chart(
                "line",
                curve.points().stream().map(this::label).toList(),
                List.of(
                        series("metrics.survival.observed", Point::survival),
                        series("metrics.survival.projected", Point::projected)),
                false,
                "PERCENT",
                null,
                0,
                100);
    }

    private Charts.Series series(String key, Function<Point, @Nullable BigDecimal> share) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        curve.points().forEach(point -> values.add(percent(share.apply(point))));
        return new Charts.Series(text(key), values, null, null);
    }

    public String label(Point point) {
        return text("metrics.survival.months", Math.round(point.t() * curve.step() / MONTH));
    }

    public String share(@Nullable BigDecimal share) {
        return share == null ? "–" : formats.percent(percent(share), 1);
    }

    /** r(t) = (β + t − 1) ÷ (α + β + t − 1) with what was fitted; else why it was not. */
    public String model() {
        return curve.fit() == null
                ? text(curve.reason().key(), curve.reason().arguments().toArray())
                : text(
                        "metrics.survival.model",
                        formats.number(BigDecimal.valueOf(curve.fit().alpha()), DIGITS),
                        formats.number(BigDecimal.valueOf(curve.fit().beta()), DIGITS));
    }

    /** Their errors, the log-likelihood and the number of customers. */
    public String fitted() {
        return curve.fit() == null
                ? ""
                : text(
                        "metrics.survival.fitted",
                        formats.number(BigDecimal.valueOf(curve.fit().alphaError()), DIGITS),
                        formats.number(BigDecimal.valueOf(curve.fit().betaError()), DIGITS),
                        formats.number(BigDecimal.valueOf(curve.fit().logLikelihood()), 1),
                        curve.n());
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal share) {
        return share == null ? null : share.movePointRight(2);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

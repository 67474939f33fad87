package dev.rapport.metrics.web;

import dev.rapport.metrics.Metric;
import dev.rapport.metrics.Satisfaction;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Interval;
import dev.rapport.metrics.note.ChartNoteQuery;
import dev.rapport.metrics.overtime.GoalDetails;
import dev.rapport.platform.web.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Scores over time, each with its range and with how many answers every point rests on. */
final class TrendCharts {

    /** One score's chart and the figures of its points, for the table. */
    record Trend(Metric metric, Charts.Chart chart, List<Figure> figures) {}

    private final Charts charts;
    private final MessageSource messages;
    private final Locale locale;

    TrendCharts(Formats formats, MessageSource messages, Locale locale) {
        this.charts = new Charts(formats, messages, locale);
        this.messages = messages;
        this.locale = locale;
    }

    /** With what happened in its time and what goals want. */
    List<Trend> of(Satisfaction found, List<ChartNoteQuery.Pinned> notes, GoalWords words, List<GoalDetails> goals) {
        List<LocalDate> steps =
                found.trend().stream().map(Satisfaction.Point::step).toList();
        return of(found).stream()
                .map(trend -> new Trend(
                        trend.metric(),
                        charts.noted(trend.chart(), found.bucket(), steps, notes)
                                .aimed(words.targets(trend.metric(), goals)),
                        trend.figures()))
                .toList();
    }

    private List<Trend> of(Satisfaction found) {
        return List.of(
                trend(found, Metric.NPS, Satisfaction.Point::nps, -100, 100),
                trend(found, Metric.CSAT, Satisfaction.Point::csat, 0, 100),
                trend(found, Metric.CES, Satisfaction.Point::ces, 1, 7));
    }

    private Trend trend(
            Satisfaction found, Metric metric, Function<Satisfaction.Point, Figure> figure, int min, int max) {
        List<Figure> figures = found.trend().stream().map(figure).toList();
        Charts.Series series = new Charts.Series(
                messages.getMessage("metrics." + metric.code() + ".title", null, locale),
                values(figures, Figure::value),
                values(figures, each -> held(each, Interval::low, min, max)),
                values(figures, each -> held(each, Interval::high, min, max)));
        return new Trend(
                metric,
                new Charts.Chart(
                        "line",
                        found.trend().stream()
                                .map(point -> charts.label(found.bucket(), point.step()))
                                .toList(),
                        List.of(series),
                        false,
                        metric == Metric.CSAT ? "PERCENT" : "POINTS",
                        null,
                        min,
                        max),
                figures);
    }

    /** On the axis the interval ends where the scale does. */
    private static @Nullable BigDecimal held(Figure figure, Function<Interval, BigDecimal> end, int min, int max) {
        return figure.interval() == null
                ? null
                : end.apply(figure.interval()).max(BigDecimal.valueOf(min)).min(BigDecimal.valueOf(max));
    }

    private static List<@Nullable BigDecimal> values(
            List<Figure> figures, Function<Figure, @Nullable BigDecimal> value) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        figures.forEach(figure -> values.add(value.apply(figure)));
        return values;
    }
}

package dev.rapport.metrics.web;

import dev.rapport.metrics.Bucket;
import dev.rapport.metrics.Dashboard;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.note.ChartNoteQuery;
import dev.rapport.platform.web.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What the page's script draws, and what the table beside it says. */
final class Charts {

    record Series(
            String name,
            List<@Nullable BigDecimal> values,
            @Nullable List<@Nullable BigDecimal> low,
            @Nullable List<@Nullable BigDecimal> high) {}

    record Chart(
            String kind,
            List<String> labels,
            List<Series> series,
            boolean stacked,
            String unit,
            @Nullable String currency,
            @Nullable Integer min,
            @Nullable Integer max,
            List<Mark> marks,
            List<Target> targets) {

        Chart(
                String kind,
                List<String> labels,
                List<Series> series,
                boolean stacked,
                String unit,
                @Nullable String currency,
                @Nullable Integer min,
                @Nullable Integer max) {
            this(kind, labels, series, stacked, unit, currency, min, max, List.of(), List.of());
        }

        Chart with(List<Mark> marks) {
            return new Chart(kind, labels, series, stacked, unit, currency, min, max, marks, targets);
        }

        /** The chart with the values that goals want its figure to have. */
        Chart aimed(List<Target> targets) {
            return new Chart(kind, labels, series, stacked, unit, currency, min, max, marks, targets);
        }
    }

    /** @param at the step that it stands at */
    record Mark(int at, String text) {}

    record Target(BigDecimal value, String text) {}

    private static final int MOST_POINTS = 100;

    private final Formats formats;
    private final MessageSource messages;
    private final Locale locale;

    Charts(Formats formats, MessageSource messages, Locale locale) {
        this.formats = formats;
        this.messages = messages;
        this.locale = locale;
    }

    Chart revenue(Dashboard dashboard, String currency) {
        return new Chart(
                "bar",
                dashboard.revenue().stream()
                        .map(step -> label(dashboard.bucket(), step.step()))
                        .toList(),
                List.of(
                        series("metrics.chart.returning", dashboard.revenue(), Dashboard.RevenueStep::returning),
                        series("metrics.chart.new", dashboard.revenue(), Dashboard.RevenueStep::fresh)),
                true,
                "MONEY",
                currency,
                null,
                null);
    }

    Chart nps(Dashboard dashboard) {
        List<Figure> figures =
                dashboard.nps().stream().map(Dashboard.NpsStep::nps).toList();
        return new Chart(
                "line",
                dashboard.nps().stream()
                        .map(step -> label(dashboard.bucket(), step.step()))
                        .toList(),
                List.of(new Series(
                        text("metrics.nps.title"),
                        values(figures, Figure::value),
                        values(figures, figure -> bound(figure, true)),
                        values(figures, figure -> bound(figure, false)))),
                false,
                "POINTS",
                null,
                -MOST_POINTS,
                MOST_POINTS);
    }

    /** The chart with what happened in its time; of one step all together. */
    Chart noted(Chart chart, Dashboard dashboard, List<ChartNoteQuery.Pinned> notes) {
        return noted(
                chart,
                dashboard.bucket(),
                dashboard.bucket().starts(dashboard.period().span()),
                notes);
    }

    Chart noted(Chart chart, Bucket bucket, List<LocalDate> steps, List<ChartNoteQuery.Pinned> notes) {
        Map<Integer, List<String>> byStep = new TreeMap<>();
        for (ChartNoteQuery.Pinned note : notes) {
            int at = steps.indexOf(bucket.start(note.day()));
            if (at >= 0) {
                byStep.computeIfAbsent(at, first -> new ArrayList<>()).add(0, note.text());
            }
        }
        return chart.with(byStep.entrySet().stream()
                .map(entry -> new Mark(entry.getKey(), String.join(" · ", entry.getValue())))
                .toList());
    }

    /** On the axis the interval ends where the scale does. */
    private static @Nullable BigDecimal bound(Figure figure, boolean low) {
        if (figure.interval() == null) {
            return null;
        }
        return low
                ? figure.interval().low().max(BigDecimal.valueOf(-MOST_POINTS))
                : figure.interval().high().min(BigDecimal.valueOf(MOST_POINTS));
    }

    private <T> Series series(String name, List<T> steps, Function<T, @Nullable BigDecimal> value) {
        return new Series(text(name), values(steps, value), null, null);
    }

    private static <T> List<@Nullable BigDecimal> values(List<T> steps, Function<T, @Nullable BigDecimal> value) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        steps.forEach(step -> values.add(value.apply(step)));
        return values;
    }

    String label(Bucket bucket, LocalDate step) {
        return switch (bucket) {
            case WEEK -> formats.shortDate(step);
            case MONTH -> formats.month(YearMonth.from(step));
            case QUARTER ->
                messages.getMessage(
                        "metrics.quarter",
                        new Object[] {(step.getMonthValue() + 2) / 3, String.valueOf(step.getYear())},
                        locale);
            case YEAR -> String.valueOf(step.getYear());
        };
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale);
    }
}

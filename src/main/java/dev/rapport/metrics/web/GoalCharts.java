package dev.rapport.metrics.web;

import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Interval;
import dev.rapport.metrics.note.ChartNoteQuery;
import dev.rapport.metrics.overtime.GoalBoard;
import dev.rapport.metrics.overtime.GoalDetails;
import dev.rapport.metrics.overtime.GoalProgress;
import dev.rapport.metrics.web.Charts.Series;
import dev.rapport.platform.web.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** A figure with the line to its goal. */
record GoalCharts(Formats formats, MessageSource messages, Locale locale) {

    Charts.Chart course(GoalProgress progress, GoalBoard.Course course, List<ChartNoteQuery.Pinned> notes) {
        Charts charts = new Charts(formats, messages, locale);
        GoalDetails goal = progress.goal();
        List<GoalBoard.Point> points = course.points();
        Charts.Chart chart = new Charts.Chart(
                "line",
                points.stream()
                        .map(point -> charts.label(course.bucket(), point.step()))
                        .toList(),
                List.of(
                        new Series(
                                text("metrics." + goal.metric().code() + ".title"),
                                values(points, point -> value(point.figure())),
                                values(points, point -> bound(point.figure(), Interval::low)),
                                values(points, point -> bound(point.figure(), Interval::high))),
                        new Series(text("goals.path"), values(points, GoalBoard.Point::path), null, null)),
                false,
                progress.figure().unit().name(),
                progress.figure().currency(),
                null,
                null);
        return charts.noted(
                chart,
                course.bucket(),
                points.stream().map(GoalBoard.Point::step).toList(),
                notes);
    }

    private static @Nullable BigDecimal value(@Nullable Figure figure) {
        return figure == null ? null : figure.value();
    }

    private static @Nullable BigDecimal bound(@Nullable Figure figure, Function<Interval, BigDecimal> end) {
        return figure == null || figure.interval() == null ? null : end.apply(figure.interval());
    }

    private static List<@Nullable BigDecimal> values(
            List<GoalBoard.Point> points, Function<GoalBoard.Point, @Nullable BigDecimal> value) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        points.forEach(point -> values.add(value.apply(point)));
        return values;
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale);
    }
}

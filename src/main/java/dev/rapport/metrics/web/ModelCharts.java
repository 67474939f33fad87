package dev.rapport.metrics.web;

import dev.rapport.metrics.model.Repeats;
import dev.rapport.metrics.note.ChartNoteQuery;
import dev.rapport.metrics.predictive.StoredFit;
import dev.rapport.metrics.predictive.Tracking;
import dev.rapport.metrics.web.Charts.Series;
import dev.rapport.platform.web.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The two charts that show whether to believe the model. */
final class ModelCharts {

    record Mark(String at, String text) {}

    record Chart(String kind, List<String> labels, List<Series> series, String unit, List<Mark> marks) {}

    private final Formats formats;
    private final MessageSource messages;
    private final Locale locale;

    ModelCharts(Formats formats, MessageSource messages, Locale locale) {
        this.formats = formats;
        this.messages = messages;
        this.locale = locale;
    }

    /** With what happened in its time, at the week that it happened in. */
    Chart tracking(Tracking tracking, List<ChartNoteQuery.Pinned> notes) {
        List<String> labels =
                tracking.weeks().stream().map(week -> formats.date(week.end())).toList();
        String end = tracking.weeks().stream()
                .filter(week -> !week.end().isBefore(tracking.calibration()))
                .findFirst()
                .map(week -> formats.date(week.end()))
                .orElse("");
        return new Chart(
                "line",
                labels,
                List.of(
                        series(
                                "metrics.model.seen",
                                tracking.weeks().stream()
                                        .map(week -> BigDecimal.valueOf(week.seen()))
                                        .toList()),
                        series(
                                "metrics.model.expected",
                                tracking.weeks().stream()
                                        .map(week -> rounded(week.expected()))
                                        .toList())),
                "COUNT",
                marks(tracking, end, notes));
    }

    private List<Mark> marks(Tracking tracking, String end, List<ChartNoteQuery.Pinned> notes) {
        List<Mark> marks = new ArrayList<>();
        if (!end.isEmpty()) {
            marks.add(new Mark(end, text("metrics.model.calibrated")));
        }
        for (ChartNoteQuery.Pinned note : notes) {
            tracking.weeks().stream()
                    .filter(week -> !week.end().isBefore(note.day()))
                    .findFirst()
                    .ifPresent(week -> marks.add(new Mark(formats.date(week.end()), note.text())));
        }
        return List.copyOf(marks);
    }

    Chart repeats(StoredFit fit) {
        List<String> labels = IntStream.range(0, Repeats.BINS)
                .mapToObj(x -> x == Repeats.BINS - 1 ? x + "+" : String.valueOf(x))
                .toList();
        return new Chart(
                "bar",
                labels,
                List.of(
                        series(
                                "metrics.model.seen",
                                fit.seen().stream().map(BigDecimal::valueOf).toList()),
                        series(
                                "metrics.model.expected",
                                fit.expected().stream()
                                        .map(ModelCharts::rounded)
                                        .toList())),
                "COUNT",
                List.of());
    }

    private Series series(String name, List<BigDecimal> values) {
        List<@Nullable BigDecimal> known = new ArrayList<>(values);
        return new Series(text(name), known, null, null);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale);
    }
}

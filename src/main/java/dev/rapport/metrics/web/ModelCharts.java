package dev.rapport.metrics.web;

import dev.rapport.metrics.model.Repeats;
import dev.rapport.metrics.note.ChartNoteQuery;
import dev.rapport.metrics.predictive.StoredFit;
import dev.rapport.metrics.predictive.Tracking;
import dev.rapport.metrics.web.Charts.Chart;
import dev.rapport.metrics.web.Charts.Mark;
import dev.rapport.metrics.web.Charts.Series;
import dev.rapport.platform.web.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The two charts that show whether to believe the model. */
final class ModelCharts {

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
        return new Chart(
                        "line",
                        tracking.weeks().stream()
                                .map(week -> formats.date(week.end()))
                                .toList(),
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
                        false,
                        "COUNT",
                        null,
                        0,
                        null)
                .with(marks(tracking, notes));
    }

    /** Where the fit ends and what happened, from left to right. */
    private List<Mark> marks(Tracking tracking, List<ChartNoteQuery.Pinned> notes) {
        List<Mark> marks = new ArrayList<>();
        mark(tracking, tracking.calibration(), text("metrics.model.calibrated")).ifPresent(marks::add);
        for (ChartNoteQuery.Pinned note : notes) {
            mark(tracking, note.day(), note.text()).ifPresent(marks::add);
        }
        marks.sort(Comparator.comparingInt(Mark::at));
        return List.copyOf(marks);
    }

    private static Optional<Mark> mark(Tracking tracking, LocalDate day, String text) {
        List<Tracking.Week> weeks = tracking.weeks();
        return IntStream.range(0, weeks.size())
                .filter(at -> !weeks.get(at).end().isBefore(day))
                .mapToObj(at -> new Mark(at, text))
                .findFirst();
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
                false,
                "COUNT",
                null,
                null,
                null);
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

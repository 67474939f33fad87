package dev.rapport.metrics;

import dev.rapport.metrics.formula.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The step of a chart: fine enough to show a movement, coarse enough to be read. Named as PostgreSQL's date_trunc wants. */
public enum Bucket {
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    public static Bucket of(Span span) {
        long days = span.days();
        return days <= 100 ? WEEK : days <= 3 * 366 ? MONTH : days <= 12 * 366 ? QUARTER : YEAR;
    }

    public LocalDate start(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    public LocalDate next(LocalDate start) {
        return switch (this) {
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
        };
    }

    /** The first days of all steps that the span touches. */
    public List<LocalDate> starts(Span span) {
        List<LocalDate> starts = new ArrayList<>();
        for (LocalDate at = start(span.from()); !at.isAfter(span.to()); at = next(at)) {
            starts.add(at);
        }
        return starts;
    }
}

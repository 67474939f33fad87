package dev.rapport.metrics;

import dev.rapport.metrics.formula.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The period that a page shows.
 *
 * @param dataEnd the day of the last fact where it lies before the period that was asked for; else null
 * @param endsWithData whether the period therefore ends with that fact instead of today
 */
public record Period(
        PeriodChoice choice, Span span, @Nullable LocalDate dataEnd, boolean endsWithData) {

    public static Period own(Span span) {
        return new Period(PeriodChoice.OWN, span, null, false);
    }

    /** Up to today, or up to the last fact where today's period would hold none, unless today is insisted on. */
    public static Period of(@Nullable String code, boolean untilToday, Extent extent, LocalDate today) {
        PeriodChoice choice = PeriodChoice.of(code);
        Span span = choice.endingWith(today, extent.first());
        LocalDate last = extent.last();
        LocalDate from = choice == PeriodChoice.ALL ? Span.yearTo(today).from() : span.from();
        if (last == null || !last.isBefore(from)) {
            return new Period(choice, span, null, false);
        }
        return untilToday
                ? new Period(choice, span, last, false)
                : new Period(choice, choice.endingWith(last, extent.first()), last, true);
    }

    /** All data have nothing before them to be compared with. */
    public boolean compared() {
        return choice != PeriodChoice.ALL;
    }
}

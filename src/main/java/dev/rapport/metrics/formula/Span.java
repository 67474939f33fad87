package dev.rapport.metrics.formula;

import dev.rapport.platform.Refused;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A period of whole days, both ends included. */
public record Span(LocalDate from, LocalDate to) {

    public Span {
        if (from.isAfter(to)) {
            throw new Refused("from", "metrics.refused.span");
        }
    }

    /** The default period of every figure: the 12 months that end with the day. */
    public static Span yearTo(LocalDate day) {
        return new Span(day.minusYears(1).plusDays(1), day);
    }

    public static Span daysTo(LocalDate day, int days) {
        return new Span(day.minusDays(days - 1L), day);
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The period of equal length just before. */
    public Span before() {
        return new Span(from.minusDays(days()), from.minusDays(1));
    }

    public LocalDate dayBefore() {
        return from.minusDays(1);
    }
}

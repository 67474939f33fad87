package dev.rapport.metrics.web;

import dev.rapport.metrics.Extent;
import dev.rapport.metrics.Period;
import dev.rapport.platform.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day that a page is about. */
final class Days {

    private Days() {}

    /** As asked, else today, or the day of the last fact where a year to today would hold none. */
    static LocalDate of(@Nullable LocalDate asked, Extent extent, LocalDate today) {
        return asked == null ? Period.of(null, false, extent, today).span().to() : sane(asked);
    }

    static LocalDate sane(LocalDate day) {
        return sane("asOf", day);
    }

    static LocalDate sane(String field, LocalDate day) {
        if (day.getYear() < 1900 || day.getYear() > 2199) {
            throw new Refused(field, "metrics.refused.day");
        }
        return day;
    }
}

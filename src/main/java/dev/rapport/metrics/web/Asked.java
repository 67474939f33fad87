package dev.rapport.metrics.web;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.Extent;
import dev.rapport.metrics.Period;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.formula.Span;
import dev.rapport.platform.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The period as the address of a page names it: a choice, or days as typed.
 *
 * @param until "today" insists on today where the data end earlier
 * @param group whom it is about, as {@link CustomerGroup} names it; blank is everybody
 */
record Asked(
        @Nullable String period,
        @Nullable String from,
        @Nullable String to,
        @Nullable String until,
        @Nullable String group) {

    static final Asked NOTHING = new Asked(null, null, null, null, null);

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    Period in(Extent extent, LocalDate today) {
        LocalDate end = day("to", to);
        LocalDate start = day("from", from);
        if (start == null && end == null) {
            return chosen(extent, today);
        }
        LocalDate last = end == null ? (start != null && start.isAfter(today) ? start : today) : end;
        return Period.own(new Span(start == null ? Span.yearTo(last).from() : start, last));
    }

    /** What is asked of a period that is found already. */
    Scope scope(Span span) {
        return Scope.of(span, CustomerGroup.of(group));
    }

    /** What is shown while the typed days make no sense. */
    Period chosen(Extent extent, LocalDate today) {
        return Period.of(period, "today".equals(until), extent, today);
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                throw new Refused(field, "metrics.refused.day");
            }
            return day;
        } catch (DateTimeParseException unreadable) {
            throw new Refused(field, "metrics.refused.day");
        }
    }
}

package dev.rapport.metrics;

import dev.rapport.metrics.formula.Span;
import dev.rapport.platform.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a figure is asked about: a period, the day up to which facts count, and whose they are. */
public record Scope(Span period, LocalDate asOf, CustomerGroup group) {

    public Scope {
        if (asOf.isBefore(period.from())) {
            throw new Refused("asOf", "metrics.refused.asOf");
        }
        group = group.on(asOf);
    }

    /** Missing ends default to the 12 months that end with the period's last day, the as-of day or today. */
    public static Scope of(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate asOf,
            @Nullable String group,
            LocalDate today) {
        LocalDate known = asOf == null ? null : sane("asOf", asOf);
        LocalDate end = to != null ? sane("to", to) : known != null ? known : today;
        LocalDate start = from != null ? sane("from", from) : Span.yearTo(end).from();
        return new Scope(new Span(start, end), known != null ? known : end, CustomerGroup.of(group));
    }

    public static Scope of(Span period) {
        return of(period, CustomerGroup.EVERYBODY);
    }

    public static Scope of(Span period, CustomerGroup group) {
        return new Scope(period, period.to(), group);
    }

    /** A business of other centuries is a slip of the keyboard, and would ask for thousands of months. */
    private static LocalDate sane(String field, LocalDate day) {
        if (day.getYear() < 1900 || day.getYear() > 2199) {
            throw new Refused(field, "metrics.refused.day");
        }
        return day;
    }

    public boolean everybody() {
        return group.equals(CustomerGroup.EVERYBODY);
    }

    /** The part of the period that was known on the as-of day. */
    public Span facts() {
        return asOf.isBefore(period.to()) ? new Span(period.from(), asOf) : period;
    }
}

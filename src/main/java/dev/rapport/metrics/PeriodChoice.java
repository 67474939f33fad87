package dev.rapport.metrics;

import dev.rapport.metrics.formula.Span;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The periods that a founder picks from. */
public enum PeriodChoice {
    DAYS_30("30d"),
    DAYS_90("90d"),
    MONTHS_12("12m"),
    THIS_YEAR("year"),
    LAST_YEAR("last-year"),
    ALL("all"),
    OWN("own");

    private final String code;

    PeriodChoice(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The 12 months unless the code names another. */
    static PeriodChoice of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(choice -> choice.code.equals(code) && choice != OWN)
                .findFirst()
                .orElse(MONTHS_12);
    }

    Span endingWith(LocalDate day, @Nullable LocalDate first) {
        return switch (this) {
            case DAYS_30 -> Span.daysTo(day, 30);
            case DAYS_90 -> Span.daysTo(day, 90);
            case MONTHS_12, OWN -> Span.yearTo(day);
            case THIS_YEAR -> new Span(day.withDayOfYear(1), day);
            case LAST_YEAR ->
                new Span(
                        day.minusYears(1).withDayOfYear(1), day.withDayOfYear(1).minusDays(1));
            case ALL -> new Span(first == null || first.isAfter(day) ? day : first, day);
        };
    }
}

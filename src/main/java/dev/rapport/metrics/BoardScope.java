package dev.rapport.metrics;

import dev.rapport.metrics.formula.Span;
import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days that the sums of a dashboard are about, and the settings that they depend on.
 *
 * @param before null where nothing is compared
 * @param margin of the business, 0..1
 */
record BoardScope(Span now, @Nullable Span before, @Nullable Integer churnDays, BigDecimal margin) {

    static BoardScope of(Period period, BusinessSettings business) {
        return of(period.span(), period.compared(), business);
    }

    static BoardScope of(Span now, boolean compared, BusinessSettings business) {
        return new BoardScope(
                now,
                compared ? now.before() : null,
                business.churnDays(),
                business.grossMargin().movePointLeft(2).stripTrailingZeros());
    }

    /** As {@link #text} writes it. */
    static BoardScope of(String text) {
        String[] parts = text.split(" ");
        Span now = new Span(LocalDate.parse(parts[0]), LocalDate.parse(parts[1]));
        return new BoardScope(
                now,
                parts[2].equals("compared") ? now.before() : null,
                parts[3].equals("rhythm") ? null : Integer.valueOf(parts[3]),
                new BigDecimal(parts[4]));
    }

    String text() {
        return String.join(
                " ",
                now.from().toString(),
                now.to().toString(),
                before == null ? "alone" : "compared",
                churnDays == null ? "rhythm" : churnDays.toString(),
                margin.toPlainString());
    }

    Bucket bucket() {
        return Bucket.of(now);
    }

    /** The period and the one before it. */
    List<Span> spans() {
        return before == null ? List.of(now) : List.of(now, before);
    }

    /** From the first of their days to the last. */
    Span both() {
        return new Span(before == null ? now.from() : before.from(), now.to());
    }

    /** The 12 months to the end of each, which lifetime value rests on. */
    List<Span> years() {
        return spans().stream().map(span -> Span.yearTo(span.to())).distinct().toList();
    }

    /** All for which customers are counted. */
    List<Span> counted() {
        return Stream.concat(spans().stream(), years().stream()).distinct().toList();
    }

    /** At whose ends it must be known who is a customer. */
    List<LocalDate> days() {
        return spans().stream()
                .flatMap(span -> Stream.of(
                        span.dayBefore(), span.to(), Span.yearTo(span.to()).dayBefore()))
                .distinct()
                .toList();
    }

    /** Cohorts of a year at least: a month says nothing about who came back. */
    LocalDate firstCohort() {
        LocalDate year = Span.yearTo(now.to()).from();
        return now.from().isBefore(year) ? now.from() : year;
    }
}

package dev.rapport.metrics;

import dev.rapport.metrics.formula.Retention;
import dev.rapport.metrics.formula.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Who was a customer at the end of which of a few days: how many share each combination, where bit i
 * of the combination stands for the i-th day.
 */
record CustomerBase(List<LocalDate> days, Map<Integer, Long> customers) {

    Retention retention(Span span) {
        int start = bit(span.dayBefore());
        int end = bit(span.to());
        long retained = count(start | end);
        long atEnd = count(end);
        return Retention.of(count(start), atEnd, atEnd - retained);
    }

    /** Customers on all the days of the combination. */
    private long count(int bits) {
        return customers.entrySet().stream()
                .filter(entry -> (entry.getKey() & bits) == bits)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private int bit(LocalDate day) {
        int index = days.indexOf(day);
        if (index < 0) {
            throw new IllegalArgumentException("Not asked about " + day);
        }
        return 1 << index;
    }
}

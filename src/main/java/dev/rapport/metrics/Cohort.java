package dev.rapport.metrics;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers who first bought in a month.
 *
 * @param active how many of them bought in that month, the next and so on; null for months not yet over
 */
public record Cohort(YearMonth month, long size, List<@Nullable Long> active) {

    public Cohort {
        active = Collections.unmodifiableList(new ArrayList<>(active));
    }
}

package dev.rapport.metrics.overtime;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.Metric;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is wanted: a figure of a group at or beyond a value by a day, whose job that is, and why. */
public record GoalPlan(
        Metric metric,
        CustomerGroup group,
        Direction direction,
        BigDecimal target,
        LocalDate dueOn,
        String owner,
        @Nullable String why) {

    public enum Direction {
        AT_LEAST,
        AT_MOST
    }
}

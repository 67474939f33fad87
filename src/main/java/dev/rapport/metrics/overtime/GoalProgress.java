package dev.rapport.metrics.overtime;

import dev.rapport.metrics.formula.Exact;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.overtime.GoalPlan.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a goal stands. The path goes in a straight line from the baseline to the target; at or beyond it is on track.
 *
 * @param figure as of the day, which is the goal's own last one once that is over
 * @param expected where the path is on that day; null without a baseline
 * @param covered percent of the way from baseline to target, 0..100; null without a way
 */
public record GoalProgress(
        GoalDetails goal,
        Figure figure,
        LocalDate day,
        Status status,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal covered) {

    public enum Status {
        REACHED,
        ON_TRACK,
        BEHIND,
        MISSED,
        /** Without a baseline there is no path to be on. */
        OPEN,
        UNKNOWN
    }

    /** @param day the one that the figure is as of */
    public static GoalProgress of(GoalDetails goal, Figure figure, LocalDate day, LocalDate today) {
        BigDecimal expected = path(goal, day);
        return new GoalProgress(
                goal,
                figure,
                day,
                status(goal, figure.value(), expected, today),
                expected,
                covered(goal, figure.value()));
    }

    private static Status status(
            GoalDetails goal, @Nullable BigDecimal value, @Nullable BigDecimal expected, LocalDate today) {
        if (value == null) {
            return Status.UNKNOWN;
        }
        if (meets(goal.direction(), value, goal.target())) {
            return Status.REACHED;
        }
        if (today.isAfter(goal.dueOn())) {
            return Status.MISSED;
        }
        if (expected == null) {
            return Status.OPEN;
        }
        return meets(goal.direction(), value, expected) ? Status.ON_TRACK : Status.BEHIND;
    }

    private static boolean meets(Direction direction, BigDecimal value, BigDecimal wanted) {
        return direction == Direction.AT_LEAST ? value.compareTo(wanted) >= 0 : value.compareTo(wanted) <= 0;
    }

    /** Where the straight line from baseline to target is on the day; null before it begins, and without a baseline. */
    public static @Nullable BigDecimal path(GoalDetails goal, LocalDate day) {
        BigDecimal from = goal.baseline();
        if (from == null || day.isBefore(goal.baselineOn())) {
            return null;
        }
        long all = ChronoUnit.DAYS.between(goal.baselineOn(), goal.dueOn());
        long gone = Math.min(all, ChronoUnit.DAYS.between(goal.baselineOn(), day));
        BigDecimal way = goal.target().subtract(from);
        return Exact.tidy(from.add(Exact.divide(way.multiply(Exact.of(gone)), Exact.of(all))));
    }

    private static @Nullable BigDecimal covered(GoalDetails goal, @Nullable BigDecimal value) {
        BigDecimal from = goal.baseline();
        if (from == null || value == null || from.compareTo(goal.target()) == 0) {
            return null;
        }
        BigDecimal percent = Exact.percent(value.subtract(from), goal.target().subtract(from));
        return Exact.tidy(percent.max(BigDecimal.ZERO).min(Exact.HUNDRED));
    }
}

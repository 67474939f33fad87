package dev.rapport.metrics.overtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.formula.Unit;
import dev.rapport.metrics.overtime.GoalPlan.Direction;
import dev.rapport.metrics.overtime.GoalProgress.Status;
import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule by which a goal is on track, and what can't be a goal. */
class GoalProgressTest {
    private static final LocalDate SET = LocalDate.of(2026, 1, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 4, 11);

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 30, 50, 0, 30, ON_TRACK",
        "AT_LEAST, 30, 50, 50, 40, ON_TRACK",
        "AT_LEAST, 30, 50, 50, 39.99, BEHIND",
        "AT_LEAST, 30, 50, 50, 50, REACHED",
        "AT_LEAST, 30, 50, 100, 49, BEHIND",
        "AT_LEAST, 30, 50, 101, 49, MISSED",
        "AT_LEAST, 30, 50, 101, 50, REACHED",
        "AT_LEAST, , 50, 50, 49, OPEN",
        "AT_LEAST, , 50, 101, 49, MISSED",
        "AT_LEAST, 30, 50, 50, , UNKNOWN",
        "AT_MOST, 20, 10, 50, 15, ON_TRACK",
        "AT_MOST, 20, 10, 50, 15.01, BEHIND",
        "AT_MOST, 20, 10, 50, 10, REACHED",
        "AT_LEAST, 60, 50, 50, 55, REACHED",
    })
    void standsByTheStraightLine(
            Direction direction,
            @Nullable BigDecimal baseline,
            BigDecimal target,
            int after,
            @Nullable BigDecimal value,
            Status status) {
        LocalDate today = SET.plusDays(after);
        LocalDate day = today.isAfter(DUE) ? DUE : today;
        GoalProgress found = GoalProgress.of(goal(direction, baseline, target), figure(value), day, today);
        assertThat(found.status()).isEqualTo(status);
    }

    @Test
    void theLineBeginsAtTheBaselineAndStaysAtTheTarget() {
        GoalDetails goal = goal(Direction.AT_LEAST, BigDecimal.valueOf(30), BigDecimal.valueOf(50));
        assertThat(GoalProgress.path(goal, SET.minusDays(1))).isNull();
        assertThat(GoalProgress.path(goal, SET)).isEqualByComparingTo("30");
        assertThat(GoalProgress.path(goal, SET.plusDays(25))).isEqualByComparingTo("35");
        assertThat(GoalProgress.path(goal, DUE)).isEqualByComparingTo("50");
        assertThat(GoalProgress.path(goal, DUE.plusYears(1))).isEqualByComparingTo("50");
    }

    @Test
    void whatIsCoveredOfTheWayStaysBetweenNothingAndAll() {
        GoalDetails goal = goal(Direction.AT_MOST, BigDecimal.valueOf(20), BigDecimal.TEN);
        assertThat(GoalProgress.of(goal, figure(BigDecimal.valueOf(15)), SET, SET)
                        .covered())
                .isEqualByComparingTo("50");
        assertThat(GoalProgress.of(goal, figure(BigDecimal.valueOf(30)), SET, SET)
                        .covered())
                .isEqualByComparingTo("0");
        assertThat(GoalProgress.of(goal, figure(BigDecimal.ONE), SET, SET).covered())
                .isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @CsvSource({
        "NPS, 140",
        "NPS, -101",
        "RETENTION, 120",
        "CSAT, -1",
        "CES, 0.5",
        "CES, 8",
        "REVENUE, -1",
        "NEW_CUSTOMERS, 2.5",
        "NPS, 1.23456",
        "CLV, 1000000000000000",
        "GRR, 100.1",
    })
    void refusesWhatNobodyCouldReach(Metric metric, BigDecimal target) {
        assertThatThrownBy(() -> new Goal(plan(metric, target, DUE), null, SET, Instant.EPOCH))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("target"));
    }

    @Test
    void refusesADayThatIsNotAheadOrTooFar() {
        for (LocalDate due : new LocalDate[] {SET, SET.minusDays(1), SET.plusYears(21)}) {
            assertThatThrownBy(() -> new Goal(plan(Metric.NPS, BigDecimal.TEN, due), null, SET, Instant.EPOCH))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.field()).isEqualTo("dueOn"));
        }
    }

    private static GoalPlan plan(Metric metric, BigDecimal target, LocalDate due) {
        return new GoalPlan(metric, CustomerGroup.EVERYBODY, Direction.AT_LEAST, target, due, "Olivia", null);
    }

    private static GoalDetails goal(Direction direction, @Nullable BigDecimal baseline, BigDecimal target) {
        return new GoalDetails(
                1, 0, Metric.NPS, "", direction, target, DUE, "Olivia", null, baseline, SET, Instant.EPOCH, null);
    }

    private static Figure figure(@Nullable BigDecimal value) {
        Text formula = Text.of("metrics.nps.formula", 1, 1, 1);
        return value == null
                ? Figure.in(Unit.POINTS).unknown("metrics.reason.answers", formula)
                : Figure.in(Unit.POINTS).value(value, formula);
    }
}

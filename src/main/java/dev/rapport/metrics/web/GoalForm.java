package dev.rapport.metrics.web;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.overtime.GoalDetails;
import dev.rapport.metrics.overtime.GoalPlan;
import dev.rapport.metrics.overtime.GoalPlan.Direction;
import dev.rapport.platform.Line;
import dev.rapport.platform.Note;
import dev.rapport.platform.Refused;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** A goal as typed. */
record GoalForm(
        @Nullable Integer version,

        @NotBlank(message = "{metrics.refused.missing}") @Line @Nullable
        String metric,

        @Line @Nullable String group,
        @Line @Nullable String direction,

        @NotBlank(message = "{metrics.refused.missing}") @Line @Nullable
        String target,

        @NotNull(message = "{metrics.refused.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate dueOn,

        @NotBlank(message = "{metrics.refused.missing}") @Line @Nullable
        String owner,

        @Note @Nullable String why) {

    static GoalForm blank(Metric metric, LocalDate due, @Nullable String owner) {
        Direction direction = metric.lowerIsBetter() ? Direction.AT_MOST : Direction.AT_LEAST;
        return new GoalForm(null, metric.code(), "", direction.name(), null, due, owner, null);
    }

    static GoalForm of(GoalDetails goal) {
        return new GoalForm(
                goal.version(),
                goal.metric().code(),
                goal.group(),
                goal.direction().name(),
                goal.target().stripTrailingZeros().toPlainString(),
                goal.dueOn(),
                goal.owner(),
                goal.why());
    }

    GoalPlan plan() {
        return new GoalPlan(
                metric("metric", metric),
                CustomerGroup.of(group),
                direction("direction", direction),
                Typed.number("target", target),
                Days.sane("dueOn", dueOn == null ? LocalDate.MIN : dueOn),
                owner == null ? "" : owner.strip(),
                dev.rapport.platform.Typed.note(why));
    }

    static Metric metric(String field, @Nullable String code) {
        return Arrays.stream(Metric.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(field, "goals.refused.metric"));
    }

    static Direction direction(String field, @Nullable String name) {
        return Arrays.stream(Direction.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(field, "goals.refused.direction"));
    }
}

package dev.rapport.metrics.overtime;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.overtime.GoalPlan.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored goal. */
public record GoalDetails(
        long id,
        int version,
        Metric metric,
        String group,
        Direction direction,
        BigDecimal target,
        LocalDate dueOn,
        String owner,
        @Nullable String why,
        @Nullable BigDecimal baseline,
        LocalDate baselineOn,
        Instant createdAt,
        @Nullable Instant archivedAt) {

    public boolean archived() {
        return archivedAt != null;
    }

    Subject subject() {
        return new Subject(metric, CustomerGroup.of(group));
    }
}

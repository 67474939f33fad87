package dev.rapport.task.web;

import dev.rapport.platform.Line;
import dev.rapport.platform.Refused;
import dev.rapport.task.Plan;
import dev.rapport.task.TaskDetails;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * A follow-up that is planned or edited.
 *
 * @param from the page to go back to, see {@link Back}
 */
record TaskForm(
        @Nullable Integer version,
        @Nullable Long customerId,
        @Nullable @Line String title,

        @NotNull(message = "{task.refused.no-due}") @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate dueOn,

        @Nullable @DateTimeFormat(pattern = "HH:mm[:ss]") LocalTime dueTime,
        @Nullable String from) {

    static TaskForm blank(@Nullable Long customerId, LocalDate today, @Nullable String from) {
        return new TaskForm(null, customerId, null, today.plusDays(1), null, from);
    }

    static TaskForm of(TaskDetails stored, @Nullable String from) {
        return new TaskForm(
                stored.version(), stored.customerId(), stored.title(), stored.dueOn(), stored.dueTime(), from);
    }

    Plan plan() {
        if (dueOn == null) {
            throw new Refused("dueOn", "task.refused.no-due");
        }
        return new Plan(title == null ? "" : title, dueOn, dueTime);
    }
}

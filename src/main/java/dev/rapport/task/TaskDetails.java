package dev.rapport.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A follow-up as it is stored, with the name of its customer. */
public record TaskDetails(
        long id,
        int version,
        @Nullable Long customerId,
        @Nullable String customerName,
        @Nullable Long interactionId,
        String title,
        LocalDate dueOn,
        @Nullable LocalTime dueTime,
        @Nullable Instant doneAt,
        Instant createdAt) {
    public boolean isDone() {
        return doneAt != null;
    }

    public boolean isLate(LocalDate today) {
        return doneAt == null && dueOn.isBefore(today);
    }
}

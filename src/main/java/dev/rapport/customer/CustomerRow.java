package dev.rapport.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A customer in a list. */
public record CustomerRow(
        long id,
        String name,
        @Nullable String company,
        LifecycleStage stage,
        int purchases,
        BigDecimal revenue,
        @Nullable Instant lastContactAt,
        @Nullable String lastSurvey,
        @Nullable Integer lastScore,
        @Nullable String nextTaskTitle,
        @Nullable LocalDate nextTaskOn,
        Instant createdAt) {

    public @Nullable Mood mood() {
        return Mood.of(lastSurvey, lastScore);
    }

    public @Nullable Due next(LocalDate today) {
        return Due.of(nextTaskTitle, nextTaskOn, today);
    }
}

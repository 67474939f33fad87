package dev.rapport.feedback;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored answer. */
public record AnswerDetails(
        long id,
        long customerId,
        Survey survey,
        int score,
        LocalDate answeredOn,
        @Nullable String comment,
        @Nullable Integer expected,
        @Nullable String externalId,
        Instant createdAt) {}

package dev.rapport.feedback.web;

import dev.rapport.feedback.NewAnswer;
import dev.rapport.feedback.Survey;
import dev.rapport.platform.Line;
import dev.rapport.platform.Note;
import dev.rapport.platform.Refused;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** An answer as picked: each survey has its own scale, so that a number picked on one isn't taken for another's. */
record AnswerForm(
        @NotNull(message = "{feedback.refused.survey}") @Nullable
        Survey survey,

        @Line @Nullable String nps,
        @Line @Nullable String csat,
        @Line @Nullable String ces,

        @NotNull(message = "{feedback.refused.no-day}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate answeredOn,

        @Note @Nullable String comment,
        @Line @Nullable String expected) {

    static AnswerForm blank(LocalDate today) {
        return new AnswerForm(Survey.NPS, null, null, null, today, null, null);
    }

    NewAnswer toAnswer() {
        if (survey == null || answeredOn == null) {
            throw new Refused("survey", "feedback.refused.survey");
        }
        return new NewAnswer(survey, score(survey), answeredOn, comment, survey == Survey.CSAT ? hoped() : null);
    }

    private @Nullable BigDecimal hoped() {
        if (expected == null || expected.isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(expected.strip());
        } catch (NumberFormatException e) {
            throw new Refused("expected", "feedback.refused.score.CSAT");
        }
    }

    private BigDecimal score(Survey of) {
        String picked = picked(of);
        if (picked == null || picked.isBlank()) {
            throw new Refused("score", "feedback.refused.no-score");
        }
        try {
            return new BigDecimal(picked.strip());
        } catch (NumberFormatException e) {
            throw new Refused("score", "feedback.refused.score." + of.name());
        }
    }

    /** What was picked on a survey's scale. */
    @Nullable
    String picked(Survey of) {
        return switch (of) {
            case NPS -> nps;
            case CSAT -> csat;
            case CES -> ces;
        };
    }
}

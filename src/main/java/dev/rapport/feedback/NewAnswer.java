package dev.rapport.feedback;

import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An answer as entered; the score as it came, so that 7.5 is refused and not cut to 7.
 *
 * @param expected how well they had expected to be served, on the scale of the score; of CSAT only
 */
public record NewAnswer(
        Survey survey,
        BigDecimal score,
        LocalDate answeredOn,
        @Nullable String comment,
        @Nullable BigDecimal expected) {

    private static final int LONGEST = 100_000;

    public NewAnswer(Survey survey, BigDecimal score, LocalDate answeredOn, @Nullable String comment) {
        this(survey, score, answeredOn, comment, null);
    }

    public NewAnswer {
        comment = Typed.note(comment);
        if (comment != null && comment.length() > LONGEST) {
            throw new Refused("comment", "feedback.refused.long", LONGEST);
        }
        if (comment != null && !Typed.isStorable(comment)) {
            throw new Refused("comment", "platform.refused.characters");
        }
    }
}

package dev.rapport.feedback;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;

/** The standard surveys, each with its scale of whole numbers. */
public enum Survey {
    /** Would you recommend us? */
    NPS(0, 10),
    /** How satisfied are you? */
    CSAT(1, 5),
    /** We made it easy for you. */
    CES(1, 7);

    private final int lowest;
    private final int highest;

    Survey(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    public int lowest() {
        return lowest;
    }

    public int highest() {
        return highest;
    }

    /** The score as a whole number of the scale; anything else is refused, not rounded. */
    int score(BigDecimal typed) {
        if (typed.compareTo(BigDecimal.valueOf(lowest)) < 0 || typed.compareTo(BigDecimal.valueOf(highest)) > 0) {
            throw outside();
        }
        // Within the scale, so that no exponent is left to write out.
        if (typed.stripTrailingZeros().scale() > 0) {
            throw outside();
        }
        return typed.intValue();
    }

    /** What was expected instead: a score of the same scale. */
    int expected(BigDecimal typed) {
        if (this != CSAT) {
            throw new Refused("expected", "feedback.refused.expected.survey");
        }
        try {
            return score(typed);
        } catch (Refused outside) {
            throw new Refused("expected", "feedback.refused.score." + name());
        }
    }

    private Refused outside() {
        return new Refused("score", "feedback.refused.score." + name());
    }
}

package dev.rapport.customer;

import org.jspecify.annotations.Nullable;

/** The last answer of a customer in words. */
public record Mood(String survey, int score, Tone tone) {

    /** Null without an answer. */
    static @Nullable Mood of(@Nullable String survey, @Nullable Integer score) {
        return survey == null || score == null ? null : new Mood(survey, score, tone(survey, score));
    }

    /** A message: promoter, passive or detractor; content or not; easy or hard. */
    public String key() {
        return "customer.mood." + survey + "." + tone;
    }

    private static Tone tone(String survey, int score) {
        return switch (survey) {
            case "NPS" -> score >= 9 ? Tone.GOOD : score >= 7 ? Tone.PLAIN : Tone.BAD;
            case "CSAT" -> score >= 4 ? Tone.GOOD : score == 3 ? Tone.PLAIN : Tone.BAD;
            default -> score >= 5 ? Tone.GOOD : score == 4 ? Tone.PLAIN : Tone.BAD;
        };
    }
}

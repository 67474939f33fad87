package dev.rapport.feedback.web;

import dev.rapport.feedback.Survey;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A survey's numbers to pick one from. */
record Scale(
        Survey survey,
        String field,
        List<Integer> scores,
        @Nullable String picked) {
    static List<Scale> all(AnswerForm form) {
        return List.of(Survey.values()).stream()
                .map(survey -> new Scale(
                        survey,
                        survey.name().toLowerCase(java.util.Locale.ROOT),
                        IntStream.rangeClosed(survey.lowest(), survey.highest())
                                .boxed()
                                .toList(),
                        form.picked(survey)))
                .toList();
    }

    public boolean isPicked(int score) {
        return String.valueOf(score).equals(picked);
    }
}

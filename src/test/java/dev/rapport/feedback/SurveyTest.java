package dev.rapport.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyTest {
    @ParameterizedTest
    @CsvSource({"NPS, 0, 0", "NPS, 10, 10", "NPS, 1e1, 10", "NPS, 7.00, 7", "CSAT, 1, 1", "CSAT, 5, 5", "CES, 7, 7"})
    void takesTheWholeNumbersOfItsScale(Survey survey, String typed, int score) {
        assertThat(survey.score(new BigDecimal(typed))).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({
        "NPS, 7.5",
        "NPS, 11",
        "NPS, -1",
        "NPS, 1e-999999999",
        "NPS, 1e999999999",
        "CSAT, 0",
        "CSAT, 6",
        "CES, 0",
        "CES, 8",
        "CES, 6.999999999999999999"
    })
    void refusesAnythingElse(Survey survey, String typed) {
        assertThatThrownBy(() -> survey.score(new BigDecimal(typed)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("score"));
    }
}

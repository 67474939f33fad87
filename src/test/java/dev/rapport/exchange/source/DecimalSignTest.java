package dev.rapport.exchange.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalSignTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT|29.33|29.33",
                "POINT|1,234.5|1234.5",
                "POINT|1,234|1234",
                "POINT|¥1,234,567.00|1234567.00",
                "POINT|$ -12.50|-12.50",
                "POINT|(12.50)|-12.50",
                "POINT|\u221212|-12",
                "POINT|128元|128",
                "POINT|.5|.5",
                "COMMA|29,33|29.33",
                "COMMA|1.234,5 €|1234.5",
                "COMMA|1 234,5|1234.5",
                "COMMA|1'234,5|1234.5"
            })
    void readsAmountsAsPeopleWriteThem(DecimalSign sign, String text, BigDecimal number) {
        assertThat(sign.parse(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,2,3", "12.34.56", "1.2,3", "--1", "NaN", "1e5"})
    void refusesWhatIsNoNumber(String text) {
        assertThat(DecimalSign.POINT.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.50|1",
                "1.234,50|-1",
                "12.5|1",
                "12,5|-1",
                "1,234|0",
                "1,234,567|1",
                "1.234.567|-1",
                "0.125|1",
                "12|0"
            })
    void tellsTheDecimalSignWhereTheTextShowsIt(String text, int evidence) {
        assertThat(Integer.signum(DecimalSign.evidence(text))).isEqualTo(evidence);
    }
}

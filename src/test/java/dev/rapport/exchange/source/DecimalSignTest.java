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
                "COMMA|1'234,5|1234.5",
                "POINT|CHF 1’234.50|1234.50",
                "POINT|Fr. 12.50|12.50",
                "POINT|USD 12.00|12.00",
                "POINT|-USD 12.00|-12.00",
                "POINT|US$12.00|12.00",
                "POINT|12.00 usd|12.00",
                "POINT|£1,234.50|1234.50",
                "POINT|￥１，２３４．５０|1234.50",
                "POINT|（12.50）|-12.50",
                "POINT|($12.50)|-12.50",
                "POINT|$(12.50)|-12.50",
                "POINT|12.50-|-12.50",
                "POINT|RMB 128.00|128.00",
                "POINT|128.00元|128.00",
                "COMMA|1\u2009234,5 EUR|1234.5",
                "COMMA|1\u202F234,5\u00A0€|1234.5",
                "COMMA|€ 1.234,50-|-1234.50",
                "COMMA|-1.234.567,89|-1234567.89"
            })
    void readsAmountsAsPeopleWriteThem(DecimalSign sign, String text, BigDecimal number) {
        assertThat(sign.parse(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "1,2,3",
                "12.34.56",
                "1.2,3",
                "--1",
                "NaN",
                "1e5",
                "INV 12",
                "12 pieces",
                "-",
                "()",
                "€"
            })
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

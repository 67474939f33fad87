package dev.rapport.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.platform.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234|1234",
                "1,234.50|1234.50",
                "1.234,50|1234.50",
                "1,234|1234",
                "12,5|12.5",
                "12.5|12.5",
                "-40|-40",
                "−40|-40",
                "+ 7|7",
                "1.234.567|1234567",
                "1,234,567.8|1234567.8",
                "1 234,50|1234.50",
                "1'234.50|1234.50",
                "1’234.50|1234.50",
                "１２３４．５|1234.5",
                "１，２３４。５０|1234.50",
                "0.125|0.125",
                "0,125|0.125",
                ".5|0.5",
                "0|0",
                "1234,567|1234.567",
                "1.234.567,89|1234567.89"
            })
    void readsAmountsAsPeopleTypeThem(String typed, String value) {
        assertThat(DecimalText.amount("amount", typed)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "1,23,4",
                "12.34.56",
                "1,2,3",
                "1.234,567,8",
                "1e5",
                "--5",
                "5-",
                "$5",
                "1/2",
                "NaN",
                "1,234.5.6",
                ",",
                ".",
                "1.",
                "1.234",
                "-1.234",
                "９９9999999999999999999999999999999999999",
                "1,234,56",
                "٣",
                "1.2,3'4"
            })
    void refusesRubbishAndWhatCouldBeTwoThings(String typed) {
        assertThatThrownBy(() -> DecimalText.amount("amount", typed)).isInstanceOf(Refused.class);
    }

    @Test
    void nothingIsNothing() {
        assertThat(DecimalText.amount("amount", " 　")).isNull();
        assertThat(DecimalText.rate("rate", null)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7,123|7.123", "7.123|7.123", "0.138888888889|0.138888888889"})
    void readsRates(String typed, String value) {
        assertThat(DecimalText.rate("rate", typed)).isEqualByComparingTo(value);
    }
}

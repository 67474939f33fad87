package dev.rapport.exchange.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatePatternTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20261123|yyyyMMdd",
                "2026-11-23|yyyy-MM-dd",
                "2026/11/23|yyyy/M/d",
                "2026.11.23|yyyy.M.d",
                "2026年11月23日|yyyy年M月d日",
                "23.11.2026|dd.MM.yyyy",
                "23/11/2026|d/M/yyyy",
                "11/23/2026|M/d/yyyy",
                "23-11-2026|d-M-yyyy",
                "11-23-2026|M-d-yyyy",
                "23/11/26|d/M/yy",
                "11/23/26|M/d/yy",
                "23 Nov 2026|d MMM yyyy",
                "Nov 23, 2026|MMM d, yyyy",
                "2026-11-23 14:05|yyyy-MM-dd",
                "2026-11-23T14:05:09.123|yyyy-MM-dd",
                "11/23/2026 2:05 PM|M/d/yyyy",
                "2026年11月23日 14:05|yyyy年M月d日",
                "2026年11月23日14时05分|yyyy年M月d日",
                "2026年11月23日 下午2:05|yyyy年M月d日",
                "２０２６年１１月２３日|yyyy年M月d日",
                "2026/11/23 上午 9:05|yyyy/M/d",
                "2026/11/23 下午14:05:09|yyyy/M/d",
                "11/23/2026, 2:05\u202FPM|M/d/yyyy",
                "46349|excel",
                "46349.586805|excel"
            })
    void detectsTheOrderAndReadsTheDay(String text, String pattern) {
        var detector = new DateDetector();
        detector.accept(text);
        assertThat(detector.best(false)).map(DatePattern::pattern).contains(pattern);
        assertThat(DatePattern.of(pattern).day(text, SHANGHAI)).contains(LocalDate.of(2026, 11, 23));
    }

    @Test
    void takesAMomentWithAnOffsetAsItIsAndOthersInTheZone() {
        DatePattern iso = DatePattern.of("yyyy-MM-dd");
        assertThat(iso.moment("2026-11-23T23:30:00Z", SHANGHAI)).contains(Instant.parse("2026-11-23T23:30:00Z"));
        assertThat(iso.day("2026-11-23T23:30:00Z", SHANGHAI)).contains(LocalDate.of(2026, 11, 24));
        assertThat(iso.moment("2026-11-23 08:30", SHANGHAI)).contains(Instant.parse("2026-11-23T00:30:00Z"));
        assertThat(iso.moment("2026-11-23T08:30:00+08:00", ZoneId.of("UTC")))
                .contains(Instant.parse("2026-11-23T00:30:00Z"));
        assertThat(iso.moment("2026-11-23", SHANGHAI)).contains(Instant.parse("2026-11-22T16:00:00Z"));
    }

    @Test
    void takesTheTimeOfDayFromWhatSpreadsheetsAndChineseProgramsWrite() {
        Instant afternoon = Instant.parse("2026-11-23T06:05:00Z");
        assertThat(DatePattern.of("excel").moment("46349.586805", SHANGHAI)).contains(afternoon);
        assertThat(DatePattern.of("excel").reads("12")).isFalse();
        assertThat(DatePattern.of("yyyy年M月d日").moment("2026年11月23日下午2点5分", SHANGHAI))
                .contains(afternoon);
        assertThat(DatePattern.of("yyyy/M/d").moment("2026/11/23 下午02:05", SHANGHAI))
                .contains(afternoon);
        assertThat(DatePattern.of("yyyy/M/d").moment("2026/11/23 上午12:05", SHANGHAI))
                .contains(Instant.parse("2026-11-22T16:05:00Z"));
    }

    @Test
    void refusesDaysThatDoNotExist() {
        assertThat(DatePattern.of("yyyyMMdd").reads("20260230")).isFalse();
        assertThat(DatePattern.of("yyyyMMdd").reads("99999999")).isFalse();
        assertThat(DatePattern.of("d/M/yyyy").reads("1/13/2026")).isFalse();
        assertThat(DatePattern.of("yyyy-MM-dd").reads("2026-11-23 and more")).isFalse();
    }

    @Test
    void findsTheOneOrderThatFitsAllValues() {
        var detector = new DateDetector();
        List.of("1/2/2026", "3/4/2026").forEach(detector::accept);
        assertThat(detector.isUndecided()).isTrue();
        assertThat(detector.best(true)).map(DatePattern::pattern).contains("M/d/yyyy");
        assertThat(detector.best(false)).map(DatePattern::pattern).contains("d/M/yyyy");
        detector.narrow();
        detector.accept("5/13/2026");
        assertThat(detector.isUndecided()).isFalse();
        assertThat(detector.best(false)).map(DatePattern::pattern).contains("M/d/yyyy");
    }
}

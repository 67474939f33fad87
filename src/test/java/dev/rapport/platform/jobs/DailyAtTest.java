package dev.rapport.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.platform.BusinessSettings;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyAtTest {
    private static DailyAt at(String time, String zone) {
        BusinessSettings business = (BusinessSettings) Proxy.newProxyInstance(
                DailyAtTest.class.getClassLoader(),
                new Class<?>[] {BusinessSettings.class},
                (proxy, method, arguments) -> ZoneId.of(zone));
        return new DailyAt(() -> LocalTime.parse(time), business);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T01:59:00Z, 03:00, Europe/Rome, 2026-11-23T02:00:00Z",
        "2026-11-23T02:00:00Z, 03:00, Europe/Rome, 2026-11-24T02:00:00Z",
        "2026-11-23T19:30:00Z, 03:00, Asia/Shanghai, 2026-11-24T19:00:00Z",
        "2026-10-24T02:00:00Z, 03:00, Europe/Rome, 2026-10-25T02:00:00Z",
        "2026-03-28T03:00:00Z, 02:30, Europe/Rome, 2026-03-29T01:30:00Z",
    })
    void isTheNextSuchHourOfTheFounders(Instant now, String time, String zone, Instant next) {
        assertThat(at(time, zone).getInitialExecutionTime(now)).isEqualTo(next);
    }

    @Test
    void keepsARunThatWasMissed() {
        assertThat(at("03:00", "UTC").isDeterministic()).isFalse();
    }
}

package dev.rapport.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testing.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockTrustTest {
    private final MovableClock clock = new MovableClock();
    private final ClockTrust trust;
    private long ticks = System.nanoTime();

    ClockTrustTest() {
        clock.stop();
        trust = new ClockTrust(clock);
        trust.look(ticks);
    }

    private void pass(Duration machine, Duration shown) {
        ticks += machine.toNanos();
        clock.advance(shown);
        trust.look(ticks);
    }

    @Test
    void believesAClockThatGoesOnOrIsSetRightByHours() {
        pass(Duration.ofDays(40), Duration.ofDays(40));
        pass(Duration.ofMinutes(1), Duration.ofHours(-1));
        pass(Duration.ofMinutes(1), Duration.ofHours(1));
        assertThat(trust.isTrusted()).isTrue();
    }

    @Test
    void believesALeapOnceItHasGoneOnForADay() {
        pass(Duration.ofMinutes(10), Duration.ofDays(365));
        assertThat(trust.isTrusted()).isFalse();
        pass(Duration.ofHours(23), Duration.ofHours(23));
        assertThat(trust.isTrusted()).isFalse();
        pass(Duration.ofHours(2), Duration.ofHours(2));
        assertThat(trust.isTrusted()).isTrue();
    }

    @Test
    void believesItAtOnceWhenItLeapsBack() {
        pass(Duration.ofMinutes(10), Duration.ofDays(365));
        pass(Duration.ofMinutes(10), Duration.ofDays(-365));
        assertThat(trust.isTrusted()).isTrue();
    }

    @Test
    void doubtsAtTheStartAClockThatIsBehindOrYearsAhead() {
        trust.startedAfter(clock.instant().plus(Duration.ofDays(3)));
        assertThat(trust.isTrusted()).isFalse();
        assertThat(trust.doubtedFor()).hasValue(clock.instant().plus(Duration.ofDays(3)));
        pass(Duration.ofMinutes(10), Duration.ofDays(3));
        assertThat(trust.doubtedFor()).as("set right").isEmpty();

        trust.startedAfter(clock.instant().minus(Duration.ofDays(800)));
        assertThat(trust.doubtedFor()).isPresent();
        pass(Duration.ofDays(6), Duration.ofDays(6));
        assertThat(trust.isTrusted()).isFalse();
        pass(Duration.ofMinutes(10), Duration.ofDays(-806));
        assertThat(trust.isTrusted()).isTrue();
        assertThat(trust.doubtedFor()).isEmpty();
    }

    @Test
    void waitsADayAfterWeeksOffWithoutAWord() {
        trust.startedAfter(clock.instant().minus(Duration.ofDays(40)));
        assertThat(trust.doubtedFor()).isEmpty();
        assertThat(trust.isTrusted()).isFalse();
        pass(Duration.ofHours(25), Duration.ofHours(25));
        assertThat(trust.isTrusted()).isTrue();
        trust.startedAfter(clock.instant().minus(Duration.ofHours(30)));
        assertThat(trust.isTrusted()).isTrue();
    }
}

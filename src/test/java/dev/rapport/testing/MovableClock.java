package dev.rapport.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The clock of every test context, to inject where time must pass; each test begins at the real time. */
public final class MovableClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;
    private volatile @Nullable Instant stopped;

    public void advance(Duration duration) {
        ahead = ahead.plus(duration);
        Instant still = stopped;
        stopped = still == null ? null : still.plus(duration);
    }

    /** Until the end of the test only {@link #advance} moves it: no slow machine spoils what is measured in seconds. */
    public void stop() {
        stopped = instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** From that moment it runs on. */
    public void setTo(Instant moment) {
        ahead = Duration.between(Instant.now(), moment);
    }

    void reset() {
        ahead = Duration.ZERO;
        stopped = null;
    }

    @Override
    public Instant instant() {
        Instant still = stopped;
        return still != null ? still : Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC)
                ? this
                : new Clock() {
                    @Override
                    public Instant instant() {
                        return MovableClock.this.instant();
                    }

                    @Override
                    public ZoneId getZone() {
                        return zone;
                    }

                    @Override
                    public Clock withZone(ZoneId other) {
                        return MovableClock.this.withZone(other);
                    }
                };
    }
}

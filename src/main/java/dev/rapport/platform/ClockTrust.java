package dev.rapport.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps what deletes for good by the date from believing a clock that has just leapt: a year ahead, and everything kept
 * for thirty days would be gone before anybody can set the clock right.
 */
@Component
public class ClockTrust {
    private static final Logger LOG = LoggerFactory.getLogger("dev.rapport.Rapport");
    private static final Duration LEAP = Duration.ofDays(2);

    /** Of running on with it. A sleeping laptop looks like a leap too, so waiting must be all it costs. */
    private static final Duration PROBATION = Duration.ofHours(24);

    private final Clock clock;
    private Instant lastSeen;
    private long lastTicks = System.nanoTime();
    private @Nullable Duration probationLeft;

    ClockTrust(Clock clock) {
        this.clock = clock;
        lastSeen = clock.instant();
    }

    /** Runs {@code work} unless the clock has leapt ahead within the last day of running. */
    public void unlessLeapt(Runnable work) {
        look();
        if (isTrusted()) {
            work.run();
        } else {
            LOG.warn("The clock has leapt ahead: nothing is deleted for good until it has gone on for a day.");
        }
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void look() {
        look(System.nanoTime());
    }

    synchronized void look(long ticks) {
        Instant now = clock.instant();
        Duration passed = Duration.ofNanos(ticks - lastTicks);
        Duration leap = Duration.between(lastSeen, now).minus(passed);
        lastSeen = now;
        lastTicks = ticks;
        if (leap.compareTo(LEAP) > 0) {
            probationLeft = PROBATION;
        } else if (leap.compareTo(LEAP.negated()) < 0) {
            probationLeft = null;
        } else if (probationLeft != null) {
            Duration left = probationLeft.minus(passed);
            probationLeft = left.isNegative() ? null : left;
        }
    }

    synchronized boolean isTrusted() {
        return probationLeft == null;
    }
}

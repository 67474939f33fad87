package dev.rapport.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps what deletes for good by the date from believing a clock that has just leapt, or was wrong at the start: a year ahead, and everything kept
 * for thirty days would be gone before anybody can set the clock right.
 */
@Component
public class ClockTrust {
    private static final Logger LOG = LoggerFactory.getLogger("dev.rapport.Rapport");
    private static final Duration LEAP = Duration.ofDays(2);

    /** Of running on with it. A sleeping laptop looks like a leap too, so waiting must be all it costs. */
    private static final Duration PROBATION = Duration.ofHours(24);

    /** Nobody leaves Rapport off for so long: a clock that says so at the start is wrong, most likely. */
    private static final Duration TOO_LONG_OFF = Duration.ofDays(365);

    private static final Duration SET_BACK = Duration.ofDays(1);

    /** In which the notice is read, and the clock set right. */
    private static final Duration LONG_PROBATION = Duration.ofDays(7);

    private final Clock clock;
    private Instant lastSeen;
    private long lastTicks = System.nanoTime();
    private @Nullable Duration probationLeft;
    private @Nullable Instant doubtedFor;

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
            LOG.info("The clock may be wrong: nothing is deleted for good until it has gone on for some days.");
        }
    }

    /** Compares the clock at the start with the last moment at which Rapport is known to have run. */
    synchronized void startedAfter(Instant lastRun) {
        Duration off = Duration.between(lastRun, clock.instant());
        boolean impossible = off.compareTo(SET_BACK.negated()) < 0 || off.compareTo(TOO_LONG_OFF) > 0;
        doubtedFor = impossible ? lastRun : null;
        probationLeft = impossible ? LONG_PROBATION : off.compareTo(LEAP) > 0 ? PROBATION : null;
    }

    /** The last moment that Rapport ran before its start, where the clock can't be right beside it: ahead of or behind it. */
    public synchronized Optional<Instant> doubtedFor() {
        return Optional.ofNullable(doubtedFor);
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
            doubtedFor = null;
        } else if (leap.compareTo(LEAP.negated()) < 0) {
            probationLeft = null;
            doubtedFor = null;
        } else if (probationLeft != null) {
            Duration left = probationLeft.minus(passed);
            probationLeft = left.isNegative() ? null : left;
            doubtedFor = left.isNegative() ? null : doubtedFor;
        }
    }

    public synchronized boolean isTrusted() {
        return probationLeft == null;
    }
}

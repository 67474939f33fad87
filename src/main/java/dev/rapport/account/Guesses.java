package dev.rapport.account;

import dev.rapport.account.Throttle.Subject;
import dev.rapport.platform.FullDisk;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts guesses at passwords, also where a full disk has no room for the count: then one each few seconds for all. */
@Component
class Guesses {
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Throttle throttle;
    private long nextTicks = System.nanoTime();

    Guesses(Throttle throttle) {
        this.throttle = throttle;
    }

    /** @throws TooManyTries while one of the subjects has to wait */
    void count(List<Subject> subjects) {
        try {
            throttle.count(subjects);
        } catch (RuntimeException failure) {
            if (!FullDisk.isReason(failure)) {
                throw failure;
            }
            takeTurn();
        }
    }

    private synchronized void takeTurn() {
        long now = System.nanoTime();
        if (now - nextTicks < 0) {
            throw new TooManyTries(PAUSE);
        }
        nextTicks = now + PAUSE.toNanos();
    }

    /** The try was right after all. */
    void forget(List<Subject> subjects) {
        try {
            throttle.forget(subjects);
        } catch (RuntimeException failure) {
            if (!FullDisk.isReason(failure)) {
                throw failure;
            }
        }
    }
}

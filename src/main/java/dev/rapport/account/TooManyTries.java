package dev.rapport.account;

import java.time.Duration;

/** Too many wrong guesses: the next one counts after the wait. */
public final class TooManyTries extends RuntimeException {
    private final Duration wait;

    TooManyTries(Duration wait) {
        super("wait " + wait);
        this.wait = wait;
    }

    public Duration untilNext() {
        return wait;
    }

    /** In whole seconds, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}

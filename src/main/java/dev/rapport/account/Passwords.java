package dev.rapport.account;

import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Says which passwords will do, and hashes them by Argon2id. */
@Component
class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int MEMORY_KIB = 19 * 1024;
    private final PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 2);

    /** Each hash takes 19 MB while it runs: however many guess at once, two are reckoned and the rest wait. */
    private final Semaphore running = new Semaphore(2, true);

    /** What a guess at an unknown account is compared with, so that it takes as long as one at a known account. */
    private final String nobodys = argon2.encode("nobody");

    String hash(String password) {
        return inTurn(() -> argon2.encode(password));
    }

    /**
     * Takes as long for a missing hash as for a wrong password.
     *
     * @throws TooManyTries when guessers keep the reckoning so busy that the turn doesn't come
     */
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST || !Typed.isStorable(password)) {
            return false;
        }
        boolean same = inTurn(() -> argon2.matches(password, hash == null ? nobodys : hash));
        return same && hash != null;
    }

    /** @throws Refused at {@code field} unless the password will do for the owner of {@code email} */
    void check(String field, String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || password.isBlank()) {
            throw new Refused(field, "account.password.short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw new Refused(field, "account.password.long", LONGEST);
        }
        if (!Typed.isStorable(password)) {
            throw new Refused(field, "platform.refused.characters");
        }
        if (password.toLowerCase(Locale.ROOT).equals(email.toLowerCase(Locale.ROOT))
                || CommonPasswords.include(password)) {
            throw new Refused(field, "account.password.common");
        }
    }

    private boolean turnComes() {
        try {
            return running.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!turnComes()) {
            throw new TooManyTries(LONGEST_WAIT);
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }
}

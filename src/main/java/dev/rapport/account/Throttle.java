package dev.rapport.account;

import dev.rapport.platform.PublicToken;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing: after a few free tries each further one doubles the wait, up to a bound that locks nobody out for good.
 * A try counts as failed before it is looked at, so that a thousand at once gain nothing.
 */
@Component
class Throttle {
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private final JdbcClient jdbc;
    private final Clock clock;

    /** What is guessed at, from where; tries that cost nothing; the longest wait. */
    record Subject(String kind, String what, int free, Duration longest) {
        String key() {
            return kind + ":" + HexFormat.of().formatHex(PublicToken.hash(what), 0, 16);
        }
    }

    Throttle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws TooManyTries while one of the subjects has to wait; then the try doesn't count for any */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void count(List<Subject> subjects) {
        OffsetDateTime now = now();
        jdbc.sql("DELETE FROM sign_in_failure WHERE last_at < :old AND blocked_until < :now")
                .param("old", now.minus(FORGOTTEN))
                .param("now", now)
                .update();
        for (Subject subject : subjects) {
            if (!counts(subject, now)) {
                throw new TooManyTries(wait(subject, now));
            }
        }
    }

    private boolean counts(Subject subject, OffsetDateTime now) {
        Optional<Integer> failures = jdbc.sql("""
                        INSERT INTO sign_in_failure AS f (subject, failures, last_at, blocked_until)
                        VALUES (:subject, 1, :now, :now)
                        ON CONFLICT (subject) DO UPDATE SET failures = f.failures + 1, last_at = :now
                        WHERE f.blocked_until <= :now OR f.blocked_until > :longest
                        RETURNING failures""")
                .param("subject", subject.key())
                .param("now", now)
                // Nobody waits longer than this: further ahead, the clock was wrong when it was written.
                .param("longest", now.plus(subject.longest()))
                .query(Integer.class)
                .optional();
        failures.filter(count -> count >= subject.free())
                .ifPresent(count -> block(subject, now.plus(pause(subject, count))));
        return failures.isPresent();
    }

    private static Duration pause(Subject subject, int failures) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - subject.free(), 30));
        return doubled.compareTo(subject.longest()) < 0 ? doubled : subject.longest();
    }

    private void block(Subject subject, OffsetDateTime until) {
        jdbc.sql("UPDATE sign_in_failure SET blocked_until = :until WHERE subject = :subject")
                .param("until", until)
                .param("subject", subject.key())
                .update();
    }

    private Duration wait(Subject subject, OffsetDateTime now) {
        Instant until = jdbc.sql("SELECT blocked_until FROM sign_in_failure WHERE subject = :subject")
                .param("subject", subject.key())
                .query(Timestamp.class)
                .single()
                .toInstant();
        return Duration.between(now.toInstant(), until);
    }

    /** The try was right after all. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forget(List<Subject> subjects) {
        jdbc.sql("DELETE FROM sign_in_failure WHERE subject IN (:subjects)")
                .param("subjects", subjects.stream().map(Subject::key).toList())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

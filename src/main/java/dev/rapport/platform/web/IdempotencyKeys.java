package dev.rapport.platform.web;

import dev.rapport.platform.DatabaseAway;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers for a day which keys came with which request, and what was answered. */
@Component
class IdempotencyKeys {
    private static final Duration KEPT = Duration.ofDays(1);
    private final JdbcClient jdbc;
    private final Clock clock;

    /** What the database was away for: written before the next key is looked at, or it would stay taken for a day. */
    private final Queue<Runnable> owed = new ConcurrentLinkedQueue<>();

    /** An answer as it was sent. */
    record Answer(
            int status, @Nullable String location, @Nullable String contentType, byte[] body) {}

    /** A key seen before: with another request, still without an answer, or answered. */
    record Seen(boolean sameRequest, @Nullable Answer answer) {}

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty when the key is new: then the caller carries the request out, and ends with {@link #store} or {@link #release}. */
    Optional<Seen> claim(long accountId, String key, byte[] requestHash) {
        for (Runnable debt = owed.peek(); debt != null; debt = owed.peek()) {
            debt.run();
            owed.remove(debt);
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("DELETE FROM idempotency_key WHERE created_at < :old")
                .param("old", now.minus(KEPT))
                .update();
        int inserted = jdbc.sql("""
                        INSERT INTO idempotency_key (account_id, key, request_hash, created_at)
                        VALUES (:account, :key, :hash, :now) ON CONFLICT DO NOTHING""")
                .param("account", accountId)
                .param("key", key)
                .param("hash", requestHash)
                .param("now", now)
                .update();
        return inserted == 1 ? Optional.empty() : Optional.of(seen(accountId, key, requestHash));
    }

    private Seen seen(long accountId, String key, byte[] requestHash) {
        return jdbc.sql("""
                        SELECT request_hash, status, location, content_type, body FROM idempotency_key
                        WHERE account_id = :account AND key = :key""")
                .param("account", accountId)
                .param("key", key)
                .query((row, number) -> {
                    int status = row.getInt("status");
                    Answer answer = row.wasNull()
                            ? null
                            : new Answer(
                                    status,
                                    row.getString("location"),
                                    row.getString("content_type"),
                                    row.getBytes("body"));
                    return new Seen(Arrays.equals(row.getBytes("request_hash"), requestHash), answer);
                })
                .optional()
                // Released between the two statements: whoever held it has just failed.
                .orElse(new Seen(true, null));
    }

    void store(long accountId, String key, Answer answer) {
        orLater(() -> jdbc.sql("""
                        UPDATE idempotency_key SET status = :status, location = :location, content_type = :type, body = :body
                        WHERE account_id = :account AND key = :key""")
                .param("status", answer.status())
                .param("location", answer.location(), Types.VARCHAR)
                .param("type", answer.contentType(), Types.VARCHAR)
                .param("body", answer.body())
                .param("account", accountId)
                .param("key", key)
                .update());
    }

    void release(long accountId, String key) {
        orLater(() -> jdbc.sql("DELETE FROM idempotency_key WHERE account_id = :account AND key = :key")
                .param("account", accountId)
                .param("key", key)
                .update());
    }

    private void orLater(Runnable write) {
        try {
            write.run();
        } catch (DataAccessException failure) {
            if (!DatabaseAway.isReason(failure)) {
                throw failure;
            }
            owed.add(write);
        }
    }
}

package dev.rapport.account;

import dev.rapport.platform.NotFound;
import dev.rapport.platform.PublicToken;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that let somebody in once: only their hash is kept. */
@Component
class OneTimeLinks {
    /** A link from further ahead was made by a clock that was wrong, and would be valid for as long as it was. */
    private static final Duration CLOCK_SET_BACK = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    enum Purpose {
        INVITATION,
        PASSWORD_RESET
    }

    /** An open invitation, as the owner sees it. */
    record Open(long id, @Nullable String email, Instant expiresAt) {}

    private record Holder(@Nullable Long accountId) {}

    OneTimeLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the secret that belongs into the link */
    String make(Purpose purpose, @Nullable Long accountId, @Nullable String email, Duration valid) {
        String secret = PublicToken.random();
        jdbc.sql("""
                        INSERT INTO one_time_link (purpose, token_hash, account_id, email, created_at, expires_at)
                        VALUES (:purpose, :hash, :account, :email, :now, :until)""")
                .param("purpose", purpose.name())
                .param("hash", PublicToken.hash(secret))
                .param("account", accountId, Types.BIGINT)
                .param("email", email, Types.VARCHAR)
                .param("now", now())
                .param("until", now().plus(valid))
                .update();
        return secret;
    }

    boolean isValid(Purpose purpose, String secret) {
        return jdbc.sql("""
                        SELECT count(*) FROM one_time_link
                        WHERE token_hash = :hash AND purpose = :purpose AND used_at IS NULL AND expires_at > :now
                          AND created_at < :soon""")
                        .param("hash", PublicToken.hash(secret))
                        .param("purpose", purpose.name())
                        .param("now", now())
                        .param("soon", now().plus(CLOCK_SET_BACK))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Uses the link up; of two at the same moment one gets through.
     *
     * @return the account that it was made for, if it was for one
     * @throws NotFound when it was used, has expired or never was
     */
    Optional<Long> use(Purpose purpose, String secret) {
        Holder holder = jdbc.sql("""
                        UPDATE one_time_link SET used_at = :now
                        WHERE token_hash = :hash AND purpose = :purpose AND used_at IS NULL AND expires_at > :now
                          AND created_at < :soon
                        RETURNING account_id""")
                .param("hash", PublicToken.hash(secret))
                .param("purpose", purpose.name())
                .param("now", now())
                .param("soon", now().plus(CLOCK_SET_BACK))
                .query(Holder.class)
                .optional()
                .orElseThrow(() -> new NotFound("link", purpose));
        return Optional.ofNullable(holder.accountId());
    }

    List<Open> invitations() {
        return jdbc.sql("""
                        SELECT id, email, expires_at FROM one_time_link
                        WHERE purpose = 'INVITATION' AND used_at IS NULL AND expires_at > :now ORDER BY id DESC""").param("now", now()).query(Open.class).list();
    }

    void withdraw(long id) {
        jdbc.sql("DELETE FROM one_time_link WHERE id = :id AND purpose = 'INVITATION' AND used_at IS NULL")
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

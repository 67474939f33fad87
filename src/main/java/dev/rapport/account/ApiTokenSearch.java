package dev.rapport.account;

import dev.rapport.platform.PublicToken;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads API tokens: whose a secret is, and which there are. */
@Component
public class ApiTokenSearch {
    private final JdbcClient jdbc;
    private final Clock clock;

    /** A token as the list shows it. */
    public record Item(
            long id,
            String name,
            Instant createdAt,
            @Nullable LocalDate lastUsedOn) {}

    private record Found(long id, @Nullable LocalDate lastUsedOn, SignedInAccount account) {}

    ApiTokenSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The account that the token stands for; empty when it's unknown or revoked, or the account was removed. */
    @Transactional
    public Optional<SignedInAccount> accountOf(String token) {
        Optional<Found> found = jdbc.sql("""
                        SELECT t.id AS token_id, t.last_used_on, a.id, a.email, a.name, a.role, a.language
                        FROM api_token t JOIN account a ON a.id = t.account_id
                        WHERE t.token_hash = :hash AND t.revoked_at IS NULL AND a.removed_at IS NULL""")
                .param("hash", PublicToken.hash(token))
                .query((row, number) -> new Found(
                        row.getLong("token_id"),
                        row.getObject("last_used_on", LocalDate.class),
                        AccountSearch.read(row)))
                .optional();
        found.ifPresent(this::remember);
        return found.map(Found::account);
    }

    private void remember(Found found) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        if (!today.equals(found.lastUsedOn())) {
            jdbc.sql("UPDATE api_token SET last_used_on = :today WHERE id = :id")
                    .param("today", today)
                    .param("id", found.id())
                    .update();
        }
    }

    public List<Item> ofAccount(long accountId) {
        return jdbc.sql("""
                        SELECT id, name, created_at, last_used_on FROM api_token
                        WHERE account_id = :account AND revoked_at IS NULL ORDER BY id DESC""").param("account", accountId).query(Item.class).list();
    }
}

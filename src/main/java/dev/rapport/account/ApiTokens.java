package dev.rapport.account;

import dev.rapport.platform.NotFound;
import dev.rapport.platform.PublicToken;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and revokes API tokens. */
@Service
@Transactional
public class ApiTokens {
    private final ApiTokenRepository tokens;
    private final Clock clock;

    ApiTokens(ApiTokenRepository tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @return the secret, to be shown this once */
    public String make(long accountId, String name) {
        String secret = "rapport_" + PublicToken.random() + PublicToken.random();
        store(accountId, name, secret);
        return secret;
    }

    void store(long accountId, String name, String secret) {
        tokens.save(new ApiToken(accountId, name, PublicToken.hash(secret), clock.instant()));
    }

    public void revoke(long accountId, long id) {
        tokens.findByIdAndAccountId(id, accountId)
                .orElseThrow(() -> new NotFound("token", id))
                .revoke(clock.instant());
    }
}

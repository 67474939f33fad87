package dev.rapport.account;

import dev.rapport.platform.LoggedChange.Action;
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
    private final AccessLog access;
    private final Clock clock;

    ApiTokens(ApiTokenRepository tokens, AccessLog access, Clock clock) {
        this.tokens = tokens;
        this.access = access;
        this.clock = clock;
    }

    /** @return the secret, to be shown this once */
    public String make(long accountId, String name) {
        String secret = "rapport_" + PublicToken.random() + PublicToken.random();
        store(accountId, name, secret);
        return secret;
    }

    void store(long accountId, String name, String secret) {
        ApiToken token = tokens.save(new ApiToken(accountId, name, PublicToken.hash(secret), clock.instant()));
        access.token(token.id(), name, Action.CREATED);
    }

    public void revoke(long accountId, long id) {
        ApiToken token = tokens.findByIdAndAccountId(id, accountId).orElseThrow(() -> new NotFound("token", id));
        token.revoke(clock.instant());
        access.token(id, token.name(), Action.DELETED);
    }
}

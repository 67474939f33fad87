package dev.rapport.account;

import dev.rapport.platform.Actor;
import dev.rapport.platform.Via;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Proof that the sender of a request is the account, by a session or by a token. */
public final class SignedInAuthentication extends AbstractAuthenticationToken {
    private final transient SignedInAccount account;
    private final Via via;

    public SignedInAuthentication(SignedInAccount account, Via via) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
        this.account = account;
        this.via = via;
        setAuthenticated(true);
    }

    @Override
    public String getName() {
        return Long.toString(account.id());
    }

    @Override
    public SignedInAccount getPrincipal() {
        return account;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    Actor actor() {
        return new Actor(account.id(), account.owner(), via);
    }
}

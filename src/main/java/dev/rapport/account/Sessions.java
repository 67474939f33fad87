package dev.rapport.account;

import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Ends what an account has open in browsers. */
@Component
public class Sessions {
    private final FindByIndexNameSessionRepository<?> sessions;

    Sessions(FindByIndexNameSessionRepository<?> sessions) {
        this.sessions = sessions;
    }

    public int count(long accountId) {
        return sessions.findByPrincipalName(Long.toString(accountId)).size();
    }

    /** @param kept the session that goes on, if one does */
    public void end(long accountId, @Nullable String kept) {
        sessions.findByPrincipalName(Long.toString(accountId)).keySet().stream()
                .filter(id -> !id.equals(kept))
                .forEach(sessions::deleteById);
    }
}

package dev.rapport.account.web;

import dev.rapport.account.AccountSearch;
import dev.rapport.account.SignedInAuthentication;
import dev.rapport.platform.Via;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * A session holds the number of the account and no more: the account is read on each request, so that a removed helper is
 * out at once and nothing serialised outlives a new version of the program.
 */
@Component
class SessionAccounts implements SecurityContextRepository {
    private static final String ACCOUNT = "account";
    private static final String SIGNED_IN_AT = "signedInAt";
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final Duration CLOCK_SET_BACK = Duration.ofDays(1);
    private final AccountSearch accounts;
    private final Clock clock;

    SessionAccounts(AccountSearch accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Starts a session of the account; one that the browser brought along ends, lest somebody else knows its number. */
    void start(long accountId, HttpServletRequest request) {
        HttpSession brought = request.getSession(false);
        if (brought != null) {
            brought.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(ACCOUNT, accountId);
        session.setAttribute(SIGNED_IN_AT, clock.instant());
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, Long.toString(accountId));
    }

    private Optional<Authentication> read(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ACCOUNT) instanceof Long id)
                || !(session.getAttribute(SIGNED_IN_AT) instanceof Instant since)) {
            return Optional.empty();
        }
        if (since.isAfter(clock.instant().plus(CLOCK_SET_BACK))) {
            // The clock was ahead when it began; it must not last until that day.
            session.setAttribute(SIGNED_IN_AT, clock.instant());
        }
        Optional<Authentication> account = since.plus(LONGEST).isBefore(clock.instant())
                ? Optional.empty()
                : accounts.byId(id).map(found -> new SignedInAuthentication(found, Via.PAGE));
        if (account.isEmpty()) {
            session.invalidate();
        }
        return account;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Only {@link #start} signs in; signing out ends the session itself. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) != null;
    }

    private final class Deferred implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private @Nullable SecurityContext context;
        private boolean generated;

        private Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known == null) {
                Optional<Authentication> found = read(request);
                generated = found.isEmpty();
                known = found.<SecurityContext>map(SecurityContextImpl::new)
                        .orElseGet(SecurityContextHolder::createEmptyContext);
                context = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }
}

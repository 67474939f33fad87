package dev.rapport.account.web;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Sessions that cost a request one statement instead of nine: the last access is written at most once a minute, and what
 * was just saved isn't read again, which Spring Session does to see whether the cookie still fits.
 */
class SparingSessions implements FindByIndexNameSessionRepository<SparingSessions.Spared> {
    private static final Duration SELDOM = Duration.ofMinutes(1);
    private static final String SAVED = SparingSessions.class.getName();

    private final FindByIndexNameSessionRepository<Session> stored;

    SparingSessions(FindByIndexNameSessionRepository<Session> stored) {
        this.stored = stored;
    }

    @Override
    public Spared createSession() {
        return new Spared(stored.createSession());
    }

    @Override
    public void save(Spared session) {
        stored.save(session.stored);
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(SAVED, session, SCOPE_REQUEST);
        }
    }

    @Override
    public @Nullable Spared findById(String id) {
        Spared saved = saved(id);
        if (saved != null) {
            return saved;
        }
        Session found = stored.findById(id);
        return found == null ? null : new Spared(found);
    }

    @Override
    public void deleteById(String id) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute(SAVED, SCOPE_REQUEST);
        }
        stored.deleteById(id);
    }

    @Override
    public Map<String, Spared> findByIndexNameAndIndexValue(String name, String value) {
        return stored.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Spared(entry.getValue())));
    }

    private @Nullable Spared saved(String id) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Spared saved = request == null ? null : (Spared) request.getAttribute(SAVED, SCOPE_REQUEST);
        return saved != null && saved.getId().equals(id) ? saved : null;
    }

    /** A session that takes its last access for unchanged within the minute. */
    static final class Spared implements Session {
        private final Session stored;

        private Spared(Session stored) {
            this.stored = stored;
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (Duration.between(stored.getLastAccessedTime(), now).abs().compareTo(SELDOM) > 0) {
                stored.setLastAccessedTime(now);
            }
        }

        @Override
        public String getId() {
            return stored.getId();
        }

        @Override
        public String changeSessionId() {
            return stored.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return stored.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            stored.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            stored.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            stored.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}

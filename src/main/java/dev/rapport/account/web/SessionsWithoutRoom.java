package dev.rapport.account.web;

import dev.rapport.platform.FullDisk;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Keeps sessions in memory while a full disk has no room for them: else nobody could sign in to make some, or read on. The
 * end of each request tries to store its session again.
 */
class SessionsWithoutRoom implements FindByIndexNameSessionRepository<Session> {
    private static final int MOST = 100;

    private final FindByIndexNameSessionRepository<Session> stored;
    private final Map<String, Session> waiting = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    });

    @SuppressWarnings("unchecked")
    SessionsWithoutRoom(JdbcIndexedSessionRepository stored) {
        this.stored = (FindByIndexNameSessionRepository<Session>) (SessionRepository<?>) stored;
    }

    @Override
    public Session createSession() {
        return stored.createSession();
    }

    @Override
    public void save(Session session) {
        try {
            stored.save(session);
            waiting.remove(session.getId());
        } catch (RuntimeException failure) {
            if (!FullDisk.isReason(failure)) {
                throw failure;
            }
            waiting.put(session.getId(), session);
        }
    }

    @Override
    public @Nullable Session findById(String id) {
        Session session = waiting.get(id);
        return session == null || session.isExpired() ? stored.findById(id) : session;
    }

    @Override
    public void deleteById(String id) {
        waiting.remove(id);
        stored.deleteById(id);
    }

    @Override
    public Map<String, Session> findByIndexNameAndIndexValue(String indexName, String indexValue) {
        Map<String, Session> found = new HashMap<>(stored.findByIndexNameAndIndexValue(indexName, indexValue));
        synchronized (waiting) {
            waiting.forEach((id, session) -> {
                if (indexValue.equals(session.getAttribute(indexName))) {
                    found.put(id, session);
                }
            });
        }
        return found;
    }
}

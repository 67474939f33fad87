package dev.rapport.platform;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds when Rapport last ran, by what it wrote down then: the newest change and the newest look of anybody signed in. */
@Component
class ClockAtStart {
    private final JdbcClient jdbc;
    private final ClockTrust trust;

    ClockAtStart(JdbcClient jdbc, ClockTrust trust) {
        this.jdbc = jdbc;
        this.trust = trust;
    }

    @EventListener(ApplicationReadyEvent.class)
    void compare() {
        jdbc.sql("""
                        SELECT greatest((SELECT max(happened_at) FROM change_log),
                                        (SELECT to_timestamp(max(last_access_time) / 1000) FROM spring_session))""").query((row, number) -> row.getObject(1, OffsetDateTime.class)).list().stream()
                .filter(Objects::nonNull)
                .forEach(last -> trust.startedAfter(last.toInstant()));
    }
}

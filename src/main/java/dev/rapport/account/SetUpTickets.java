package dev.rapport.account;

import dev.rapport.platform.PublicToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Lets in who may set up, for as long as an upload takes: a file must be turned away before it is read, when the code of a
 * form isn't known yet.
 */
@Component
public class SetUpTickets {
    private static final Duration VALID = Duration.ofHours(6);

    private final Map<String, Instant> issued = new ConcurrentHashMap<>();
    private final Clock clock;

    SetUpTickets(Clock clock) {
        this.clock = clock;
    }

    public String issue() {
        Instant now = clock.instant();
        issued.values().removeIf(until -> until.isBefore(now));
        String ticket = PublicToken.random();
        issued.put(ticket, now.plus(VALID));
        return ticket;
    }

    public boolean admits(String ticket) {
        Instant until = issued.get(ticket);
        return until != null && clock.instant().isBefore(until);
    }
}

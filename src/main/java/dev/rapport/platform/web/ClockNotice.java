package dev.rapport.platform.web;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.ClockTrust;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells on the home page of a clock that can't be right beside what was entered last. */
@Component
class ClockNotice implements HomeNotice {
    private final ClockTrust trust;
    private final Clock clock;
    private final BusinessSettings business;

    ClockNotice(ClockTrust trust, Clock clock, BusinessSettings business) {
        this.trust = trust;
        this.clock = clock;
        this.business = business;
    }

    @Override
    public Optional<Line> line() {
        return trust.doubtedFor()
                .map(last -> new Line(
                        last.isAfter(clock.instant()) ? "platform.clock.behind" : "platform.clock.ahead",
                        List.of(day(clock.instant()), day(last)),
                        "/history",
                        "platform.clock.look"));
    }

    /** The same in every language, as a clock is set. */
    private String day(Instant moment) {
        return moment.atZone(business.zone()).toLocalDate().toString();
    }
}

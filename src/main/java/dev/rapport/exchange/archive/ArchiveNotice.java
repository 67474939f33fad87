package dev.rapport.exchange.archive;

import dev.rapport.platform.web.HomeNotice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells on the home page of an archive that failed, wasn't copied or is missing. */
@Component
class ArchiveNotice implements HomeNotice {
    private static final Duration TOO_LONG = Duration.ofHours(36);

    /** What was missed while Rapport was off is made up for within this time after its start. */
    private static final Duration TO_CATCH_UP = Duration.ofMinutes(30);

    private final ArchiveRuns runs;
    private final Clock clock;
    private volatile @Nullable Instant startedAt;

    ArchiveNotice(ArchiveRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        startedAt = clock.instant();
    }

    @Override
    public Optional<Line> line() {
        ArchiveRun last = runs.last().orElse(null);
        if (last != null && last.hasFailed()) {
            return told("archive.notice.failed");
        }
        if (last != null && last.copyFailure() != null) {
            return told("archive.notice.copy");
        }
        return isMissing() ? told("archive.notice.missing") : Optional.empty();
    }

    private boolean isMissing() {
        Instant started = startedAt;
        Instant now = clock.instant();
        if (started == null || now.isBefore(started.plus(TO_CATCH_UP))) {
            return false;
        }
        Instant good = runs.lastGood();
        return good != null && now.isAfter(good.plus(TOO_LONG));
    }

    private static Optional<Line> told(String key) {
        return Optional.of(new Line(key, List.of(), "/settings/backups", "archive.notice.look"));
    }
}

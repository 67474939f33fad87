package dev.rapport.exchange.restore;

import dev.rapport.platform.web.HomeNotice;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells on the home page of an archive that could not be restored, or came out otherwise. */
@Component
class RehearsalNotice implements HomeNotice {
    private final RehearsalRuns runs;

    RehearsalNotice(RehearsalRuns runs) {
        this.runs = runs;
    }

    @Override
    public Optional<Line> line() {
        return runs.last()
                .filter(Rehearsal::hasFailed)
                .map(failed ->
                        new Line("exchange.rehearsal.notice", List.of(), "/settings/backups", "archive.notice.look"));
    }
}

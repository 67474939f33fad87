package dev.rapport.exchange.archive;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import dev.rapport.platform.jobs.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes up for what didn't come to its end: runs that a kill cut off, a missed night, the copy of an archive before migration. */
@Component
class ArchiveStart {
    private final ArchiveRuns runs;
    private final Housekeeping housekeeping;
    private final BackupFolder folder;
    private final ArchiveService archives;
    private final Jobs jobs;
    private final OneTimeTask<Void> missed;

    ArchiveStart(
            ArchiveRuns runs,
            Housekeeping housekeeping,
            BackupFolder folder,
            ArchiveService archives,
            Jobs jobs,
            @Qualifier("missedArchive") OneTimeTask<Void> missed) {
        this.runs = runs;
        this.housekeeping = housekeeping;
        this.folder = folder;
        this.archives = archives;
        this.jobs = jobs;
        this.missed = missed;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() throws IOException {
        runs.endCutOff();
        if (archives.isOlderThanADay()) {
            jobs.soon(missed, "missed");
        }
        ArchiveRun last = runs.last().orElse(null);
        if (last != null && last.reason() == ArchiveReason.MIGRATION && last.fileName() != null) {
            Path archive = folder.path().resolve(last.fileName());
            if (last.copiedTo() == null && last.copyFailure() == null && Files.exists(archive)) {
                housekeeping.afterwards(last.id(), archive, SecondFolder.sha256(archive));
            }
        }
    }
}

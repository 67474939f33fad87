package dev.rapport.exchange.archive;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import dev.rapport.platform.jobs.Jobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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
    void begin() {
        runs.endCutOff();
        if (archives.isOlderThanADay()) {
            jobs.soon(missed, "missed");
        }
        runs.last()
                .filter(last -> last.reason() == ArchiveReason.MIGRATION && last.fileName() != null)
                .filter(last -> last.copiedTo() == null && last.copyFailure() == null)
                .ifPresent(last -> archives.inBackground(() -> finish(last)));
    }

    private void finish(ArchiveRun migration) {
        Path archive = folder.path().resolve(Objects.requireNonNull(migration.fileName()));
        try {
            if (Files.exists(archive) && runs.settings().secondFolder() != null) {
                housekeeping.afterwards(migration.id(), archive, SecondFolder.sha256(archive));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}

package dev.rapport.exchange.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends what the last process of this home left open: runs that a kill cut off, the copy of an archive before migration. */
@Component
class ArchiveStart {
    private final ArchiveRuns runs;
    private final Housekeeping housekeeping;
    private final BackupFolder folder;

    ArchiveStart(ArchiveRuns runs, Housekeeping housekeeping, BackupFolder folder) {
        this.runs = runs;
        this.housekeeping = housekeeping;
        this.folder = folder;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() throws IOException {
        runs.endCutOff();
        ArchiveRun last = runs.last().orElse(null);
        if (last != null && last.reason() == ArchiveReason.MIGRATION && last.fileName() != null) {
            Path archive = folder.path().resolve(last.fileName());
            if (last.copiedTo() == null && last.copyFailure() == null && Files.exists(archive)) {
                housekeeping.afterwards(last.id(), archive, SecondFolder.sha256(archive));
            }
        }
    }
}

package dev.rapport.exchange.archive;

import dev.rapport.exchange.archive.Retention.Kept;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.ClockTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What follows a written archive: its copy, and the end of those that are too old. Neither takes the archive back. */
@Component
class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final ArchiveRuns runs;
    private final BackupFolder folder;
    private final SecondFolder second;
    private final BusinessSettings business;
    private final ClockTrust clock;

    Housekeeping(
            ArchiveRuns runs, BackupFolder folder, SecondFolder second, BusinessSettings business, ClockTrust clock) {
        this.clock = clock;
        this.runs = runs;
        this.folder = folder;
        this.second = second;
        this.business = business;
    }

    void afterwards(long run, Path archive, String sha256) {
        clock.unlessLeapt(() -> prune(folder.path(), any -> true));
        String wanted = runs.settings().secondFolder();
        if (wanted != null) {
            copy(run, archive, sha256, wanted);
        }
    }

    private void copy(long run, Path archive, String sha256, String wanted) {
        try {
            second.copy(archive, sha256, Path.of(wanted));
            runs.copied(run, wanted, null);
            clock.unlessLeapt(() -> prune(Path.of(wanted), one -> wanted.equals(one.copiedTo())));
        } catch (IOException | RuntimeException cause) {
            ArchiveFailed failure = ArchiveFailed.because(cause);
            LOG.error("The archive wasn't copied to {}: {}", wanted, failure.detail());
            runs.copied(run, null, failure.key());
        }
    }

    /** Only what Rapport wrote there itself goes: never what somebody laid beside it, nor another Rapport's. */
    private void prune(Path place, Predicate<ArchiveRun> ours) {
        try {
            List<String> there = BackupFolder.archives(place).stream()
                    .map(file -> file.getFileName().toString())
                    .toList();
            List<Kept> archives =
                    runs.of(there).stream().filter(ours).map(Housekeeping::kept).toList();
            for (String name : Retention.expendable(archives, business.zone())) {
                Files.deleteIfExists(place.resolve(name));
            }
        } catch (IOException cause) {
            LOG.warn("Old archives in {} could not be removed: {}", place, cause.toString());
        }
    }

    private static Kept kept(ArchiveRun run) {
        return new Kept(Objects.requireNonNull(run.fileName()), run.startedAt(), run.reason());
    }
}

package dev.rapport.exchange.archive;

import dev.rapport.exchange.archive.Retention.Kept;
import dev.rapport.platform.BusinessSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    Housekeeping(ArchiveRuns runs, BackupFolder folder, SecondFolder second, BusinessSettings business) {
        this.runs = runs;
        this.folder = folder;
        this.second = second;
        this.business = business;
    }

    void afterwards(long run, Path archive, String sha256) {
        prune(folder.path());
        String wanted = runs.settings().secondFolder();
        if (wanted == null) {
            return;
        }
        try {
            second.copy(archive, sha256, Path.of(wanted));
            runs.copied(run, wanted, null);
        } catch (IOException | RuntimeException cause) {
            ArchiveFailed failure = ArchiveFailed.because(cause);
            LOG.error("The archive wasn't copied to {}: {}", wanted, failure.detail());
            runs.copied(run, null, failure.key());
            return;
        }
        prune(Path.of(wanted));
    }

    private void prune(Path place) {
        try {
            List<Path> archives = BackupFolder.archives(place);
            for (String name : Retention.expendable(kept(archives), business.zone())) {
                Files.deleteIfExists(place.resolve(name));
            }
        } catch (IOException cause) {
            LOG.warn("Old archives in {} could not be removed: {}", place, cause.toString());
        }
    }

    private List<Kept> kept(List<Path> archives) {
        List<String> names =
                archives.stream().map(file -> file.getFileName().toString()).toList();
        Map<String, ArchiveRun> known = runs.of(names).stream()
                .collect(Collectors.toMap(ArchiveRun::fileName, Function.identity(), (first, second) -> second));
        return archives.stream().map(file -> kept(file, known)).toList();
    }

    private static Kept kept(Path file, Map<String, ArchiveRun> known) {
        String name = file.getFileName().toString();
        ArchiveRun run = known.get(name);
        return new Kept(
                name, BackupFolder.madeAt(file).orElseThrow(), run == null ? ArchiveReason.NIGHTLY : run.reason());
    }
}

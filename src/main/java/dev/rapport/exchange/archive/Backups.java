package dev.rapport.exchange.archive;

import dev.rapport.platform.NotFound;
import dev.rapport.platform.OwnerOnly;
import dev.rapport.platform.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the folder of archives holds at this moment, whoever put it there or took it away. */
@Service
public class Backups {
    private final BackupFolder folder;
    private final ArchiveRuns runs;

    Backups(BackupFolder folder, ArchiveRuns runs) {
        this.folder = folder;
        this.runs = runs;
    }

    /** The newest first. */
    public List<Backup> all() {
        try {
            List<Path> files = folder.archives();
            Map<String, ArchiveRun> known = runs
                    .of(files.stream().map(Backups::name).toList())
                    .stream()
                    .collect(Collectors.toMap(ArchiveRun::fileName, Function.identity(), (earlier, later) -> later));
            return files.stream()
                    .map(file -> backup(file, known.get(name(file))))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The last run that has ended, well or not. */
    public Optional<ArchiveRun> lastRun() {
        return runs.last();
    }

    /** The newest archive of all, where another Rapport on this database wrote it into its own home, or it was taken away. */
    public Optional<ArchiveRun> elsewhere() {
        return runs.lastWritten()
                .filter(run ->
                        run.folder() != null && !Files.exists(folder.path().resolve(String.valueOf(run.fileName()))));
    }

    public Backup get(String fileName) {
        return all().stream()
                .filter(backup -> backup.fileName().equals(fileName))
                .findFirst()
                .orElseThrow(() -> new NotFound("archive", fileName));
    }

    /** Of one that is there. */
    public Path file(Backup backup) {
        return folder.path().resolve(backup.fileName());
    }

    public void delete(String fileName) {
        Backup backup = get(fileName);
        if (all().size() == 1) {
            throw new Refused(null, "archive.refused.only");
        }
        try {
            Files.deleteIfExists(file(backup));
            OwnerOnly.sync(folder.path());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** Empty for one that was removed this moment. */
    private static Optional<Backup> backup(Path file, @Nullable ArchiveRun run) {
        try {
            boolean encrypted = BackupFolder.isEncrypted(file);
            Manifest manifest = run == null && !encrypted ? peek(file) : null;
            return Optional.of(new Backup(
                    name(file),
                    BackupFolder.madeAt(file).orElseThrow(),
                    Files.size(file),
                    encrypted,
                    run != null ? run.reason() : manifest != null ? manifest.reason() : null,
                    run != null ? run.customers() : manifest != null ? (Long) manifest.rows("customer") : null,
                    run != null ? run.rows() : manifest != null ? (Long) manifest.rows() : null,
                    run != null ? run.took() : null,
                    run != null ? run.copiedTo() : null,
                    run != null ? run.copyFailure() : null));
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static @Nullable Manifest peek(Path file) throws IOException {
        try {
            return ArchiveFile.peek(file);
        } catch (DamagedArchive unreadable) {
            return null;
        }
    }
}

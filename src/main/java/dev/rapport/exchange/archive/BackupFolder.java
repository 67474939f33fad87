package dev.rapport.exchange.archive;

import dev.rapport.platform.OwnerOnly;
import dev.rapport.platform.RapportHome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The folder of archives. Whatever stands there under an archive's name is whole. */
@Component
public class BackupFolder {
    /** In UTC, so that names sort by time in every zone and through every change of clocks. */
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'rapport-'uuuuMMdd-HHmmss'.zip'");

    private static final Pattern NAMES = Pattern.compile("rapport-(\\d{8})-(\\d{6})\\.zip(\\.gpg)?");
    private static final String UNFINISHED = ".part";
    private static final String LOCKED = ".gpg";

    private final Path folder;

    public BackupFolder(RapportHome home) {
        this.folder = home.backups();
    }

    public Path path() {
        return folder;
    }

    /** The archives, the newest first. */
    public List<Path> archives() throws IOException {
        return archives(folder);
    }

    static List<Path> archives(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            // taken away by hand; the next archive makes it anew
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> madeAt(file).isPresent() && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        }
    }

    /** When an archive of this name was made; empty for anything else. */
    public static Optional<Instant> madeAt(Path file) {
        Matcher name = NAMES.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            String plain = file.getFileName().toString().replace(LOCKED, "");
            return Optional.of(LocalDateTime.parse(plain, NAME).toInstant(ZoneOffset.UTC));
        } catch (java.time.DateTimeException notATime) {
            return Optional.empty();
        }
    }

    public static boolean isEncrypted(Path file) {
        return file.getFileName().toString().endsWith(LOCKED);
    }

    /** A file to write into, closed to other users. */
    Path draft() throws IOException {
        return Files.createTempFile(OwnerOnly.folder(folder), "rapport-", UNFINISHED);
    }

    /** Names a written file an archive: from then on it is there even after a loss of power. */
    Path publish(Path draft, Instant madeAt, boolean encrypted) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path archive = free(madeAt, encrypted);
        Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
        OwnerOnly.sync(folder);
        return archive;
    }

    /** What a kill left: the home belongs to this process alone, so nobody is still writing it. */
    void removeUnfinished() throws IOException {
        List<Path> leftovers;
        try (Stream<Path> files = Files.list(folder)) {
            leftovers = files.filter(file -> file.getFileName().toString().endsWith(UNFINISHED))
                    .toList();
        }
        for (Path leftover : leftovers) {
            Files.deleteIfExists(leftover);
        }
    }

    private Path free(Instant madeAt, boolean encrypted) {
        String name = NAME.format(madeAt.atOffset(ZoneOffset.UTC));
        boolean taken = Files.exists(folder.resolve(name)) || Files.exists(folder.resolve(name + LOCKED));
        return taken ? free(madeAt.plusSeconds(1), encrypted) : folder.resolve(encrypted ? name + LOCKED : name);
    }
}

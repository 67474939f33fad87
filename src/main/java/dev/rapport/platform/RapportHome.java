package dev.rapport.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * The folder that holds everything a founder would lose: database, files and backups. Open in one process at a time.
 * Never open or copy its {@code lock} inside that process: closing any handle on it would give the lock away.
 */
public final class RapportHome implements AutoCloseable {
    private final Path path;
    private final HomeLock lock;

    private RapportHome(Path path, HomeLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder where it's missing, closes it to other users and keeps every other process out of it. */
    public static RapportHome open(Path folder, String address) {
        Path wanted = folder.toAbsolutePath().normalize();
        try {
            requireFit(wanted);
            Path home = OwnerOnly.folder(wanted).toRealPath();
            FullDisk.requireRoom(home);
            requireOwn(home);
            RapportHome opened = new RapportHome(home, HomeLock.take(home, address));
            OwnerOnly.folder(opened.files());
            OwnerOnly.folder(opened.backups());
            return opened;
        } catch (IOException cause) {
            if (FullDisk.isReason(cause)) {
                throw new StartRefused(FullDisk.sentence(wanted), cause);
            }
            throw refused("Rapport can't keep its data in " + wanted + " (" + reason(cause) + ")", cause);
        }
    }

    static Path choose(Environment environment) {
        String user = System.getProperty("user.home");
        String given = environment.getProperty("rapport.home", "").strip();
        if (given.isEmpty()) {
            return Path.of(user, environment.acceptsProfiles(Profiles.of("demo")) ? ".rapport-demo" : ".rapport");
        }
        // a shell expands this, a service file or an .env doesn't
        return given.startsWith("~/") ? Path.of(user, given.substring(2)) : Path.of(given);
    }

    public Path path() {
        return path;
    }

    public Path database() {
        return path.resolve("database");
    }

    public Path files() {
        return path.resolve("files");
    }

    /** What is being uploaded: large, and worth nothing once the program has ended. */
    public Path incoming() {
        return path.resolve("incoming");
    }

    public Path backups() {
        return path.resolve("backups");
    }

    /** Tells whoever tries a second start where the first one answers. */
    void answersAt(String address) {
        lock.write(address);
    }

    @Override
    public void close() {
        lock.close();
    }

    /** A folder with other things in it, open to other users, is somebody's: closing it might lock them out. */
    private static void requireFit(Path folder) throws IOException {
        if (folder.toString().matches(".*[\"$`\\p{Cntrl}].*")) {
            throw refused("PostgreSQL can't work in a folder with \", $ or ` in its name: " + folder, null);
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw refused(folder + " is a file, not a folder", null);
        }
        if (Files.isDirectory(folder) && OwnerOnly.isOpenToOthers(folder) && holdsOtherThings(folder)) {
            throw refused(folder + " holds other files and other users can read it", null);
        }
    }

    private static boolean holdsOtherThings(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .anyMatch(name -> !name.matches(
                            "lock|files|incoming|backups|postgresql|archive\\.passphrase|database.*|lost\\+found"));
        }
    }

    /** The owner of a file just made is the user that we are, also where a container has no name for it. */
    private static void requireOwn(Path home) throws IOException {
        Path probe = Files.createTempFile(home, ".probe", "");
        UserPrincipal us = Files.getOwner(probe);
        Files.delete(probe);
        UserPrincipal owner = Files.getOwner(home);
        if (!owner.equals(us)) {
            throw refused(home + " belongs to the user " + owner.getName() + ", not to " + us.getName(), null);
        }
    }

    private static String reason(IOException cause) {
        return UnwritableFolder.isReason(cause)
                ? String.valueOf(cause.getMessage()).contains("Read-only")
                        ? "its disk is read-only"
                        : "no permission to write there"
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private static StartRefused refused(String fact, @Nullable Throwable cause) {
        return new StartRefused(fact + ". Choose another folder with RAPPORT_HOME.", cause);
    }
}

package dev.rapport.platform.database;

import dev.rapport.platform.OwnerOnly;
import dev.rapport.platform.StartRefused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The data folder. It's made under another name and renamed once it is whole, so a folder named {@code database} is
 * always a real one, which nothing here ever deletes, and whatever a kill left of the other can go.
 */
record Cluster(Path home) {
    private static final String MAJOR = "18";
    private static final String UNFINISHED = "database.new-";
    /** Letters of every script need a UTF-8 locale, or search makes no trigrams of them; its name differs by system. */
    private static final List<String> CTYPES = List.of("C.UTF-8", "UTF-8", "en_US.UTF-8", "en-US.UTF-8", "C");

    Path data() {
        return home.resolve("database");
    }

    /** Whether there is one; whatever else lies there is refused, not overwritten. */
    boolean exists() throws IOException {
        if (!Files.isDirectory(data()) || isEmpty(data())) {
            return false;
        }
        Path version = data().resolve("PG_VERSION");
        if (!Files.exists(version) || !Files.exists(data().resolve("global/pg_control"))) {
            throw new StartRefused(data()
                    + " isn't a whole PostgreSQL database. Put it back from a backup, or move it away to start anew.");
        }
        String major = Files.readString(version).strip();
        if (!major.equals(MAJOR)) {
            throw new StartRefused(data() + " was made by PostgreSQL " + major + ", this Rapport brings " + MAJOR
                    + ". Start the Rapport that made it and take a backup for this one.");
        }
        return true;
    }

    void create(Launcher launcher, Password password) throws IOException, SQLException {
        removeUnfinished();
        Path fresh = makeUnnamed(launcher, password);
        Postmaster.endLeftover(fresh);
        Files.deleteIfExists(data());
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
        OwnerOnly.sync(home);
        removeUnfinished();
    }

    private Path makeUnnamed(Launcher launcher, Password password) throws IOException, SQLException {
        IllegalStateException unknownLocale = new IllegalStateException("no locale");
        for (String ctype : CTYPES) {
            Path fresh = Files.createTempDirectory(home, UNFINISHED);
            try (EmbeddedPostgres server = launcher.create(fresh, password, ctype);
                    Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                // Not a superuser: a hole in the application must not become one in the machine.
                statement.execute("CREATE ROLE rapport LOGIN");
                statement.execute("CREATE DATABASE rapport OWNER rapport");
                return fresh;
            } catch (IllegalStateException initdbFailed) {
                unknownLocale = initdbFailed;
                FileSystemUtils.deleteRecursively(fresh);
            }
        }
        throw unknownLocale;
    }

    /** A kill may have left a program running that was making one: a new name keeps it out of ours. */
    private void removeUnfinished() throws IOException {
        List<Path> unfinished;
        try (Stream<Path> entries = Files.list(home)) {
            unfinished = entries.filter(entry -> entry.getFileName().toString().startsWith(UNFINISHED))
                    .toList();
        }
        for (Path folder : unfinished) {
            try {
                Postmaster.endLeftover(folder);
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException stillWritten) {
                // That program fails for want of its files, and what is left goes the next time.
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}

package dev.rapport.platform.database;

import dev.rapport.platform.OwnerOnly;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Starts PostgreSQL on a data folder of the home, going round what the library does wrong for data that matter. */
record Launcher(Path home, ServerSettings settings) {
    private static final long LOG_LIMIT = 1_000_000;
    /** Long enough to replay what a crash left on a slow disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    Path log() {
        return home.resolve("database.log");
    }

    /** On a folder that holds a cluster. */
    EmbeddedPostgres start(Path data, Password password) throws IOException {
        return start(data, password, builder -> {});
    }

    /** In an empty folder: makes the cluster first, with this name for the locale of characters. */
    EmbeddedPostgres create(Path data, Password password, String ctype) throws IOException {
        return start(
                data,
                password,
                builder -> builder.setLocaleConfig("auth", "scram-sha-256")
                        .setLocaleConfig("pwfile", password.file().toString())
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("lc-ctype", ctype));
    }

    private EmbeddedPostgres start(Path data, Password password, Consumer<EmbeddedPostgres.Builder> initdb)
            throws IOException {
        Path binaries = OwnerOnly.folder(home.resolve("postgresql"));
        removeHalfUnpacked(binaries);
        // The library takes a folder whose lock file is old for a leftover of a test, and deletes it.
        Files.deleteIfExists(data.resolve("epg-lock"));
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(freshLog().toFile()))
                .setConnectConfig("password", password.text());
        initdb.accept(builder);
        settings.values().forEach(builder::setServerConfig);
        try {
            return builder.start();
        } catch (IOException gaveUp) {
            Postmaster.endLeftover(data);
            throw gaveUp;
        } finally {
            // It has just made the folder of the programs writable to everyone.
            OwnerOnly.folder(binaries);
        }
    }

    /** A kill while unpacking leaves a file cut short, which the library would keep. */
    private static void removeHalfUnpacked(Path binaries) throws IOException {
        List<Path> unpacked;
        try (Stream<Path> entries = Files.list(binaries)) {
            unpacked = entries.filter(entry -> entry.getFileName().toString().startsWith("PG-"))
                    .toList();
        }
        for (Path version : unpacked) {
            if (!Files.exists(version.resolve(".exists"))) {
                FileSystemUtils.deleteRecursively(version);
            }
        }
    }

    private Path freshLog() throws IOException {
        if (!Files.exists(log()) || Files.size(log()) > LOG_LIMIT) {
            OwnerOnly.write(log(), "");
        }
        return log();
    }
}

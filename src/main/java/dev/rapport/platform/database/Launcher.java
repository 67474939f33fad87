package dev.rapport.platform.database;

import dev.rapport.platform.OwnerOnly;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Starts PostgreSQL on a data folder of the home, going round what the library does wrong for data that matter. */
record Launcher(Path home, ServerSettings settings, Ports ports) {
    /** Between choosing a free port and opening it another program may take it. */
    private static final int TRIES = 3;

    /** Long enough to replay what a crash left on a slow disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Where the server may listen. */
    interface Ports {
        int next() throws IOException;

        static int free() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                return socket.getLocalPort();
            }
        }
    }

    Launcher(Path home, ServerSettings settings) {
        this(home, settings, Ports::free);
    }

    Launcher on(int port) {
        return new Launcher(home, settings, () -> port);
    }

    ServerLog log() {
        return new ServerLog(home.resolve("database.log"));
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
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(log().opened().toFile()))
                .setConnectConfig("password", password.text());
        initdb.accept(builder);
        settings.values().forEach(builder::setServerConfig);
        try {
            return start(builder, data, TRIES);
        } catch (IOException gaveUp) {
            Postmaster.endLeftover(data);
            throw gaveUp;
        } finally {
            // It has just made the folder of the programs writable to everyone.
            OwnerOnly.folder(binaries);
        }
    }

    private EmbeddedPostgres start(EmbeddedPostgres.Builder builder, Path data, int tries) throws IOException {
        long said = log().size();
        // The library takes a folder whose lock file is old for a leftover of a test, and deletes it.
        Files.deleteIfExists(data.resolve("epg-lock"));
        try {
            return StartWatch.start(builder.setPort(ports.next()), data);
        } catch (IOException failed) {
            boolean portTaken = log().failuresSince(said).stream().anyMatch(line -> line.contains("in use"));
            if (tries == 1 || !portTaken) {
                throw failed;
            }
            return start(builder, data, tries - 1);
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
}

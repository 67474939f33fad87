package dev.rapport.exchange.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.RapportApplication;
import dev.rapport.exchange.archive.ArchiveProgress;
import dev.rapport.exchange.archive.ArchiveReason;
import dev.rapport.exchange.archive.ArchiveWriter;
import dev.rapport.exchange.archive.Manifest;
import dev.rapport.exchange.archive.SchemaContents;
import dev.rapport.platform.RapportHome;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.ChildJvm;
import dev.rapport.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A restore into the embedded database, killed when sent from the set-up page, killed at {@code --restore}, then let be. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "kills are POSIX's")
class RestoreKilledTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Set<String> ENTERED = Set.of(
            "account",
            "business",
            "customer",
            "contact_point",
            "product",
            "purchase",
            "interaction",
            "task",
            "answer",
            "change_log");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @Test
    void isAsIfNeverBegunAfterEachKillAndWholeAfterTheNextStart() throws Exception {
        TestDatabase source = TestDatabase.fresh();
        BusinessOfManyKinds.write(JdbcClient.create(connectionsOf(source)));
        Accounts.seed(JdbcClient.create(connectionsOf(source)), event -> {});
        List<Manifest.Table> wanted = entered(SchemaContents.measure(connectionsOf(source)));
        Path archive = archive(source);

        int port = freePort();
        try (ChildJvm program = start("--server.port=" + port)) {
            program.await(PATIENCE, () -> says(program, "Rapport is ready"));
            assertThat(entered(contents())).isEmpty();
            try (Connection reader = home().getConnection()) {
                // who reads a table holds up the last step, the swap
                reader.setAutoCommit(false);
                reader.createStatement().execute("LOCK TABLE customer IN ACCESS SHARE MODE");
                send(archive, "http://127.0.0.1:" + port);
                program.await(
                        PATIENCE,
                        () -> asks(
                                "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'customer'::regclass)"));
                program.kill();
            }
        }
        assertThat(entered(contents())).isEmpty();

        try (ChildJvm program = start("--server.port=0", "--restore=" + archive)) {
            program.await(PATIENCE, () -> asks("SELECT to_regclass('rapport_restore.customer') IS NOT NULL"));
            program.kill();
        }
        assertThat(entered(contents())).isEmpty();

        try (ChildJvm program = start("--server.port=0", "--restore=" + archive)) {
            program.await(PATIENCE, () -> says(program, "Rapport is ready"));
            assertThat(program.out()).contains("Restored as of ", "3 customers");
            assertThat(entered(contents())).isEqualTo(wanted);
            assertThat(asks("SELECT NOT EXISTS (SELECT FROM pg_namespace WHERE nspname LIKE 'rapport%')"))
                    .isTrue();
            assertThat(files("backups"))
                    .as("what was sent before the kill")
                    .noneMatch(name -> name.startsWith("restore-"));
            assertThat(files("files")).as("unpacked before the kill").noneMatch(name -> name.startsWith(".restore-"));
            assertThat(files("incoming")).isEmpty();
        }
    }

    private Path archive(TestDatabase source) throws Exception {
        try (RapportHome first = RapportHome.open(folder.resolve("first"), "tests")) {
            return new ArchiveWriter(connectionsOf(source), first, Clock.systemUTC())
                    .write(ArchiveReason.DEMAND, new ArchiveProgress())
                    .file();
        }
    }

    private ChildJvm start(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--rapport.home=" + folder.resolve("second")));
        all.addAll(List.of(arguments));
        return ChildJvm.ofProduct(RapportApplication.class, folder, all.toArray(String[]::new));
    }

    /** As the set-up page does it in a browser on the machine itself. */
    private void send(Path archive, String address) throws IOException, InterruptedException {
        HttpResponse<String> page =
                http.send(request(address + "/setup/restore").GET().build(), BodyHandlers.ofString());
        String csrf = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        String head = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.zip\"\r\n\r\n";
        int status = http.send(
                        HttpRequest.newBuilder(page.uri())
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.concat(
                                        BodyPublishers.ofString(head),
                                        BodyPublishers.ofFile(archive),
                                        BodyPublishers.ofString("\r\n--b--\r\n")))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        assertThat(status).isEqualTo(200);
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address));
    }

    /** The embedded server as its superuser sees it, past the program and after its end. */
    private DataSource home() {
        Path home = folder.resolve("second");
        try {
            String port = Files.readAllLines(home.resolve("database/postmaster.pid"))
                    .get(3)
                    .strip();
            String password =
                    Files.readString(home.resolve("database.password")).strip();
            return new DriverManagerDataSource(
                    "jdbc:postgresql://127.0.0.1:" + port + "/rapport", "postgres", password);
        } catch (IOException | IndexOutOfBoundsException notYet) {
            throw new CannotGetJdbcConnectionException("not up yet: " + notYet);
        }
    }

    /** Once the connections of the killed program are gone. */
    private SchemaContents contents() throws Exception {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE.toNanos()
                && asks("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name = 'Rapport restore')")) {
            Thread.onSpinWait();
        }
        return SchemaContents.measure(home());
    }

    /** The rows that people entered: a running program works on what follows from them. */
    private static List<Manifest.Table> entered(SchemaContents contents) {
        return contents.tables().stream()
                .filter(table -> table.rows() > 0 && ENTERED.contains(table.name()))
                .toList();
    }

    private boolean asks(String question) {
        try {
            return JdbcClient.create(home()).sql(question).query(Boolean.class).single();
        } catch (CannotGetJdbcConnectionException notYet) {
            return false;
        }
    }

    private List<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("second").resolve(name))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static DataSource connectionsOf(TestDatabase database) {
        return new DriverManagerDataSource(database.url(), database.username(), database.password());
    }

    private static boolean says(ChildJvm program, String text) {
        try {
            return program.out().contains(text);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}

package dev.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.RapportApplication;
import dev.rapport.testing.ChildJvm;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Killed while an import stores and again while it is taken back: each is finished after the restart, or as if never begun. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "kills are POSIX's")
class KilledWhileImportingTest {
    private static final String TOKEN = "token-of-the-killed-importer-0123456789";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int ROWS = 40_000;
    private static final int CUSTOMERS = 4_000;

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path home;

    @TempDir
    private Path scratch;

    private String address = "";

    @Test
    void finishesOrNeverBegan() throws Exception {
        try (ChildJvm program = start()) {
            send();
            program.await(PATIENCE, () -> isRunning("INSERT INTO %purchase%"));
            program.kill();
        }
        try (ChildJvm program = start()) {
            program.await(PATIENCE, () -> state().equals("DONE"));
            assertThat(count("purchase")).isEqualTo(ROWS);
            assertThat(count("timeline_entry")).isEqualTo(ROWS);
            assertThat(count("customer")).isEqualTo(CUSTOMERS);
            http.sendAsync(request("/api/v1/imports/1").DELETE().build(), BodyHandlers.discarding());
            program.await(PATIENCE, () -> isRunning("DELETE FROM %purchase%"));
            program.kill();
        }
        try (ChildJvm program = start()) {
            assertThat(state()).isEqualTo("DONE");
            assertThat(count("purchase")).isEqualTo(ROWS);
            assertThat(count("timeline_entry")).isEqualTo(ROWS);
            assertThat(count("import_kept")).isZero();
            assertThat(http.send(request("/api/v1/imports/1").DELETE().build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
            for (String table : new String[] {"purchase", "timeline_entry", "customer", "purchase_day"}) {
                assertThat(count(table)).as(table).isZero();
            }
            assertThat(program.pid()).isPositive();
        }
    }

    private ChildJvm start() throws Exception {
        int port = freePort();
        address = "http://127.0.0.1:" + port;
        ChildJvm program = ChildJvm.ofProduct(
                RapportApplication.class,
                scratch,
                "--rapport.home=" + home,
                "--server.port=" + port,
                "--RAPPORT_OWNER_EMAIL=olivia@example.com",
                "--RAPPORT_OWNER_PASSWORD=tidy-otter-paints-slowly",
                "--RAPPORT_API_TOKEN=" + TOKEN);
        program.await(PATIENCE, () -> {
            try {
                return program.out().contains("Rapport is ready at " + address);
            } catch (IOException e) {
                return false;
            }
        });
        return program;
    }

    private void send() throws IOException, InterruptedException {
        String rows = IntStream.range(0, ROWS)
                .mapToObj(i -> "C%d,2026-%02d-%02d,%d".formatted(i % CUSTOMERS, 1 + i % 9, 1 + i % 28, i))
                .collect(Collectors.joining("\n", "externalId,purchasedOn,amount\n", "\n"));
        String body = """
                --b\r
                Content-Disposition: form-data; name="kind"\r
                \r
                purchases\r
                --b\r
                Content-Disposition: form-data; name="file"; filename="orders.csv"\r
                \r
                %s\r
                --b--\r
                """.formatted(rows);
        int status = http.send(
                        request("/api/v1/imports")
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        assertThat(status).isEqualTo(202);
    }

    private String state() {
        try {
            return http.send(request("/api/v1/imports/1").GET().build(), BodyHandlers.ofString())
                    .body()
                    .replaceAll("(?s).*\"state\"\\s*:\\s*\"(\\w+)\".*", "$1");
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + TOKEN);
    }

    /** Whether the program's database works on a statement like this, seen past the program. */
    private boolean isRunning(String statement) {
        return number(
                        "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() AND query LIKE '"
                                + statement + "'")
                > 0;
    }

    private long count(String table) {
        return number("SELECT count(*) FROM " + table);
    }

    private long number(String query) {
        try {
            String port = Files.readAllLines(home.resolve("database/postmaster.pid"))
                    .get(3)
                    .strip();
            String password =
                    Files.readString(home.resolve("database.password")).strip();
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/rapport", "postgres", password);
                    Statement sql = connection.createStatement();
                    ResultSet result = sql.executeQuery(query)) {
                result.next();
                return result.getLong(1);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

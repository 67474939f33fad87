package dev.rapport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.ChildJvm;
import dev.rapport.testing.WebTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A second Rapport with a home of its own works on the database of the first. */
@WebTest
class TwoInstancesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int first;

    @TempDir
    private Path home;

    @TempDir
    private Path scratch;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void workSideBySide() throws Exception {
        String running = runningImportOfTheFirst();
        int second = freePort();
        try (ChildJvm program = start(second)) {
            String cookies = signIn(first);
            assertThat(send(page(second, "/customers").header("Cookie", cookies))
                            .statusCode())
                    .as("signed in at one is signed in at both")
                    .isEqualTo(200);

            HttpResponse<String> made = post(first, "Ada");
            HttpResponse<String> again = post(second, "Ada");
            assertThat(made.statusCode()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(made.body());
            assertThat(count("customer")).isEqualTo(1);

            assertThat(state(running))
                    .as("an import of the first is left to it")
                    .isEqualTo("RUNNING");
            String imported = upload(second);
            await().atMost(PATIENCE).until(() -> state(imported).equals("DONE"));
            assertThat(count("customer")).isEqualTo(2);
            send(api(first, "/imports/" + imported).DELETE());
            assertThat(state(imported)).as("taken back at the other").isEqualTo("UNDONE");
            assertThat(count("customer")).isEqualTo(1);

            jdbc.sql("UPDATE business SET name = 'Renamed at the first'").update();
            await().atMost(PATIENCE)
                    .until(() -> send(page(second, "/settings").header("Cookie", cookies))
                            .body()
                            .contains("Renamed at the first"));
        }
    }

    private String runningImportOfTheFirst() {
        return jdbc.sql("""
                        INSERT INTO import (account_id, kind, file_name, stored_as, size, mapping, dry_run, state, created_at)
                        VALUES (1, 'CUSTOMERS', 'a.csv', 'in-the-home-of-the-first', 1, '{}', false, 'RUNNING', now())
                        RETURNING id""").query(String.class).single();
    }

    private ChildJvm start(int port) throws Exception {
        ChildJvm program = ChildJvm.ofProduct(
                RapportApplication.class,
                scratch,
                "--rapport.home=" + home,
                "--server.port=" + port,
                "--spring.datasource.url=" + pool.getJdbcUrl(),
                "--spring.datasource.username=" + pool.getUsername(),
                "--spring.datasource.password=" + pool.getPassword());
        program.await(PATIENCE, () -> says(program, "Rapport is ready at http://127.0.0.1:" + port));
        return program;
    }

    private String signIn(int port) throws IOException, InterruptedException {
        HttpResponse<String> form = send(page(port, "/login"));
        String csrf = form.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        HttpResponse<String> in = send(page(port, "/login")
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "email=" + Accounts.OWNER_EMAIL + "&password=" + Accounts.PASSWORD + "&_csrf=" + csrf)));
        return in.headers().allValues("Set-Cookie").stream()
                .map(each -> each.split(";", 2)[0])
                .filter(each -> each.startsWith("rapport="))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> post(int port, String name) throws IOException, InterruptedException {
        return send(api(port, "/customers")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "the-same")
                .POST(BodyPublishers.ofString("{\"name\": \"" + name + "\"}")));
    }

    private String upload(int port) throws IOException, InterruptedException {
        String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body = part.formatted("kind", "", "customers")
                + part.formatted("file", "; filename=\"a.csv\"", "name\nGrace\n") + "--x--\r\n";
        HttpResponse<String> begun = send(api(port, "/imports")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        return begun.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
    }

    private String state(String importId) {
        return jdbc.sql("SELECT state FROM import WHERE id = " + importId)
                .query(String.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private static HttpRequest.Builder api(int port, String path) {
        return page(port, "/api/v1" + path).header("Authorization", "Bearer " + Accounts.TOKEN);
    }

    private static HttpRequest.Builder page(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static boolean says(ChildJvm program, String text) {
        try {
            return program.out().contains(text);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

package dev.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testing.ChildJvm;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The whole program from outside: set up, written to, killed, started again. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "kills are POSIX's")
class KilledWhileWritingTest {
    private static final String TOKEN = "token-of-the-killed-program-0123456789";
    /** Generous, for a machine that does other things too. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path home;

    @TempDir
    private Path scratch;

    @Test
    void keepsEveryWriteThatWasAcknowledged() throws Exception {
        int port = freePort();
        List<String> acknowledged = new ArrayList<>();
        try (ChildJvm program = start(port)) {
            Thread killer = new Thread(() -> killOnceHalfIsWritten(program, acknowledged));
            killer.start();
            write(port, acknowledged);
            killer.join();
        }
        assertThat(acknowledged).hasSizeBetween(100, 199);

        try (ChildJvm program = start(port)) {
            for (String location : acknowledged) {
                assertThat(get(location).statusCode()).as(location).isEqualTo(200);
            }
        }
    }

    private ChildJvm start(int port) throws Exception {
        ChildJvm program = ChildJvm.ofProduct(
                RapportApplication.class,
                scratch,
                "--rapport.home=" + home,
                "--server.port=" + port,
                "--RAPPORT_OWNER_EMAIL=olivia@example.com",
                "--RAPPORT_OWNER_PASSWORD=tidy-otter-paints-slowly",
                "--RAPPORT_API_TOKEN=" + TOKEN);
        program.await(PATIENCE, () -> says(program, "Rapport is ready at http://127.0.0.1:" + port));
        return program;
    }

    /** Ends with the connection, when the program is gone. */
    private void write(int port, List<String> acknowledged) throws InterruptedException {
        URI customers = URI.create("http://127.0.0.1:" + port + "/api/v1/customers");
        try {
            for (int number = 1; number <= 200; number++) {
                HttpResponse<String> answer = http.send(
                        request(customers)
                                .POST(BodyPublishers.ofString("{\"name\": \"Customer " + number + "\"}"))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                String id = answer.body().replaceAll("(?s).*?\"id\"\\s*:\\s*(\\d+).*", "$1");
                synchronized (acknowledged) {
                    acknowledged.add(customers + "/" + id);
                    acknowledged.notifyAll();
                }
            }
        } catch (IOException killed) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(100);
        }
    }

    private static void killOnceHalfIsWritten(ChildJvm program, List<String> acknowledged) {
        try {
            synchronized (acknowledged) {
                while (acknowledged.size() < 100) {
                    acknowledged.wait(PATIENCE.toMillis());
                }
            }
            program.kill();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> get(String location) throws IOException, InterruptedException {
        return http.send(request(URI.create(location)).GET().build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json");
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

package dev.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testing.ChildJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The home lies on a small disk of its own, which runs full while people write and is cleared again. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "mounts a small disk in a namespace")
class FullDiskTest {
    private static final String TOKEN = "token-of-the-full-program-0123456789ab";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int LONG = 60_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String csrf = "";
    private final Random random = new Random(1);
    private int port;

    @TempDir
    private Path disk;

    @TempDir
    private Path scratch;

    @Test
    void losesNothingThatWasAcknowledgedAndGoesOnOnceThereIsRoom() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (ChildJvm program = start()) {
            Path filler = Path.of("/proc", String.valueOf(program.pid()), "root", disk.toString(), "filler");
            List<String> acknowledged = new ArrayList<>();
            keepIfStored(acknowledged, write());
            fill(filler);

            HttpResponse<String> refused = write();
            for (int tries = 0; tries < 100 && refused.statusCode() == 201; tries++) {
                keepIfStored(acknowledged, refused);
                refused = write();
            }
            assertThat(refused.statusCode()).isEqualTo(507);
            assertThat(refused.body()).contains("The disk of the machine that Rapport runs on is full");
            HttpResponse<String> upload = upload();
            assertThat(upload.statusCode()).isEqualTo(507);
            program.await(PATIENCE, this::signsInAndReads);

            Files.delete(filler);
            program.await(PATIENCE, () -> keepIfStored(acknowledged, write()));
            assertThat(upload().statusCode()).isEqualTo(202);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(2);
            assertThat(page("/customers").statusCode())
                    .as("who signed in meanwhile")
                    .isEqualTo(200);
            saysThatItsFoldersCantBeWritten(program);
            keepIfStored(acknowledged, write());
            for (String id : acknowledged) {
                assertThat(get("/api/v1/customers/" + id).statusCode()).as(id).isEqualTo(200);
            }
        }
    }

    private void saysThatItsFoldersCantBeWritten(ChildJvm program) throws Exception {
        for (String folder : List.of("files", "incoming", "backups")) {
            program.setWritable(disk.resolve("home").resolve(folder), false);
        }
        HttpResponse<String> upload = upload();
        assertThat(upload.statusCode()).isEqualTo(507);
        assertThat(upload.body()).contains("Rapport may not write into its folder");
        assertThat(post("/settings/backups", Map.of()).statusCode()).isEqualTo(302);
        program.await(
                PATIENCE, () -> page("/settings/backups").body().contains("Rapport may not write into the folder"));
        assertThat(write().statusCode()).as("what the database holds").isEqualTo(201);
        for (String folder : List.of("files", "incoming", "backups")) {
            program.setWritable(disk.resolve("home").resolve(folder), true);
        }
        assertThat(upload().statusCode()).isEqualTo(202);
    }

    /** PostgreSQL may be starting again just then. */
    private boolean signsInAndReads() {
        HttpResponse<String> form = page("/login");
        if (form.statusCode() != 200) {
            return false;
        }
        csrf = form.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> signedIn =
                post("/login", Map.of("email", "olivia@example.com", "password", "tidy-otter-paints-slowly"));
        return signedIn.statusCode() == 302 && page("/customers").statusCode() == 200;
    }

    private HttpResponse<String> page(String path) {
        return send(browser, HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
        return send(
                browser,
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                form + "_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8))));
    }

    private ChildJvm start() throws Exception {
        ChildJvm program = ChildJvm.onSmallDisk(
                disk,
                180,
                RapportApplication.class,
                scratch,
                "--rapport.home=" + disk.resolve("home"),
                "--server.port=" + port,
                "--RAPPORT_OWNER_EMAIL=olivia@example.com",
                "--RAPPORT_OWNER_PASSWORD=tidy-otter-paints-slowly",
                "--RAPPORT_API_TOKEN=" + TOKEN);
        program.await(PATIENCE, () -> says(program, "Rapport is ready at http://127.0.0.1:" + port));
        return program;
    }

    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space");
        }
    }

    /** Text that doesn't shrink when it is stored. */
    private HttpResponse<String> write() {
        StringBuilder text = new StringBuilder();
        random.ints(LONG, 'a', 'z' + 1).forEach(letter -> text.append((char) letter));
        return send(request("/api/v1/customers")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\": \"Ada\", \"needs\": \"" + text + "\"}")));
    }

    private HttpResponse<String> upload() {
        String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body = part.formatted("kind", "", "customers")
                + part.formatted("file", "; filename=\"a.csv\"", "name\n" + "Grace\n".repeat(200_000))
                + "--x--\r\n";
        return send(request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(http, request);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean keepIfStored(List<String> acknowledged, HttpResponse<String> answer) {
        if (answer.statusCode() != 201) {
            return false;
        }
        acknowledged.add(answer.body().replaceAll("(?s).*?\"id\"\\s*:\\s*(\\d+).*", "$1"));
        return true;
    }

    private static boolean says(ChildJvm program, String text) {
        try {
            return program.out().contains(text);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}

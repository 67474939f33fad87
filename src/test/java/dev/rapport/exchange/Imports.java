package dev.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.rapport.testing.Accounts;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Sends files to the API and waits until they are in. */
final class Imports {
    private final MockMvcTester http;

    Imports(MockMvcTester http) {
        this.http = http;
    }

    /** The import when it has ended. */
    Map<String, Object> file(String kind, byte[] content, Map<String, String> fields) {
        MvcTestResult begun = send(kind, content, fields);
        assertThat(begun).hasStatus(202);
        assertThat(begun)
                .headers()
                .hasValue("Location", "/api/v1/imports/" + body(begun).get("id"));
        return ended(body(begun));
    }

    Map<String, Object> begin(String kind, String text) {
        return body(send(kind, text.getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    /** The problem that a request was answered with. */
    String refused(String kind, String text, String mapping) {
        MvcTestResult refused = send(kind, text.getBytes(StandardCharsets.UTF_8), Map.of("mapping", mapping));
        assertThat(refused).hasStatus(400);
        return content(refused);
    }

    private MvcTestResult send(String kind, byte[] content, Map<String, String> fields) {
        var request = http.post()
                .uri("/api/v1/imports")
                .multipart()
                .file("file", content)
                .param("kind", kind);
        fields.forEach(request::param);
        return request.with(Accounts.token()).exchange();
    }

    Map<String, Object> text(String kind, String text) {
        return file(kind, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    Map<String, Object> undo(Map<String, Object> imported) {
        MvcTestResult undone = http.method(HttpMethod.DELETE)
                .uri("/api/v1/imports/" + imported.get("id"))
                .with(Accounts.token())
                .exchange();
        assertThat(undone).hasStatus(200);
        return body(undone);
    }

    Map<String, Object> ended(Map<String, Object> begun) {
        String location = "/api/v1/imports/" + begun.get("id");
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> body(
                                http.get().uri(location).with(Accounts.token()).exchange()),
                        it -> !it.get("state").equals("QUEUED")
                                && !it.get("state").equals("RUNNING"));
    }

    private static Map<String, Object> body(MvcTestResult result) {
        return JsonPath.read(content(result), "$");
    }

    private static String content(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

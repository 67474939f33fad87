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
        var request = http.post()
                .uri("/api/v1/imports")
                .multipart()
                .file("file", content)
                .param("kind", kind);
        fields.forEach(request::param);
        MvcTestResult begun = request.with(Accounts.token()).exchange();
        assertThat(begun).hasStatus(202);
        return ended(begun.getResponse().getHeader("Location"));
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

    private Map<String, Object> ended(String location) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> body(
                                http.get().uri(location).with(Accounts.token()).exchange()),
                        it -> !it.get("state").equals("QUEUED")
                                && !it.get("state").equals("RUNNING"));
    }

    private static Map<String, Object> body(MvcTestResult result) {
        try {
            return JsonPath.read(result.getResponse().getContentAsString(StandardCharsets.UTF_8), "$");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

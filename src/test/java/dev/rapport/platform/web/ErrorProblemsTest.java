package dev.rapport.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testing.Accounts;
import dev.rapport.testing.WebTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Over a real connection: error answers are the container's work. */
@WebTest
class ErrorProblemsTest {
    @LocalServerPort
    int port;

    @Test
    void aProgramGetsAProblemForAPathThatDoesNotExist() throws Exception {
        HttpResponse<String> answer = get("/api/v1/nothing-here", "*/*");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .isEqualTo("{\"title\":\"Not Found\",\"status\":404,\"instance\":\"/api/v1/nothing-here\"}");
    }

    @Test
    void aProgramGetsAProblemForAMethodThatIsNotAllowed() throws Exception {
        HttpResponse<String> answer = send(request("/api/v1/metrics/nps").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return send(request(path).header("Accept", accept));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + Accounts.TOKEN);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}

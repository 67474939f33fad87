package dev.rapport.customer.web;

import static dev.rapport.testing.Accounts.owner;
import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import dev.rapport.testing.NaughtyStrings;
import dev.rapport.testing.WebTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is typed is stored and shown as it was typed, or refused at its field: never a 5xx, never run. */
@WebTest
class CustomerHostileTextTest {
    private static final List<String> LINES =
            List.of("name", "company", "role", "source", "city", "address", "website", "externalId");
    private static final List<String> NOTES = List.of("needs", "about");
    private static final List<String> REFUSABLE =
            List.of("emails", "phones", "tags", "language", "country", "birthday", "acquiredOn", "kind", "stage");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JsonMapper json;

    @Test
    void comesThroughTheApiAsItWasSent() throws Exception {
        for (String text : NaughtyStrings.all()) {
            if (text.isBlank()) {
                continue;
            }
            MvcTestResult answer = send(Map.of(
                    "name", text, "company", text, "role", text, "source", text, "city", text, "address", text,
                    "website", text, "externalId", text, "needs", text, "about", text));
            assertThat(answer.getResponse().getStatus()).as(text).isEqualTo(201);
            String body = answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
            for (String field : LINES) {
                assertThat(JsonPath.<String>read(body, "$." + field)).as(field).isEqualTo(text.strip());
            }
            for (String field : NOTES) {
                assertThat(JsonPath.<String>read(body, "$." + field)).as(field).isEqualTo(text);
            }
        }
    }

    @Test
    void isRefusedByTheApiWhereItCannotBe() {
        List<String> fields = List.of("email", "phone", "language", "country", "birthday", "stage", "kind", "acquiredOn");
        int turn = 0;
        for (String text : NaughtyStrings.all()) {
            String field = fields.get(turn++ % fields.size());
            assertThat(send(Map.of("name", "x", field, text, "tags", List.of(text))).getResponse().getStatus())
                    .as("%s = %s", field, text)
                    .isIn(201, 400);
        }
    }

    @Test
    void standsOnThePageAsText() throws Exception {
        for (String text : NaughtyStrings.all()) {
            if (text.isBlank()) {
                continue;
            }
            var request = http.post().uri("/customers").with(owner()).with(csrf());
            for (String field : LINES) {
                request = request.param(field, text);
            }
            for (String field : NOTES) {
                request = request.param(field, text);
            }
            MvcTestResult answer = request.exchange();
            assertThat(answer.getResponse().getStatus()).as(text).isEqualTo(302);
            String page = http.get()
                    .uri(answer.getResponse().getRedirectedUrl())
                    .with(owner())
                    .exchange()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            String shown = HtmlUtils.htmlUnescape(page);
            assertThat(shown).as(text).contains(text.strip());
            assertThat(page).doesNotContain("<script>alert", "onerror=\"", "javascript:alert(");
        }
    }

    @Test
    void isRefusedByTheFormWhereItCannotBe() {
        int turn = 0;
        for (String text : NaughtyStrings.all()) {
            String field = REFUSABLE.get(turn++ % REFUSABLE.size());
            MvcTestResult answer = http.post()
                    .uri("/customers")
                    .with(owner())
                    .with(csrf())
                    .param("name", "x")
                    .param(field, text)
                    .exchange();
            assertThat(answer.getResponse().getStatus())
                    .as("%s = %s", field, text)
                    .isIn(302, 422);
        }
    }

    @Test
    void findsNobodyOrSomebodyButNeverFails() {
        for (String text : NaughtyStrings.all()) {
            for (String page : List.of("/customers/suggestions?query={q}", "/customers?query={q}&sort={q}", "/customers?tag={q}&after={q}")) {
                assertThat(http.get().uri(URI.create(page.replace("{q}", URLEncoder.encode(text, StandardCharsets.UTF_8)))).with(owner()).exchange().getResponse().getStatus())
                        .as("%s with %s", page, text)
                        .isIn(200, 400);
            }
        }
    }

    private MvcTestResult send(Map<String, Object> body) {
        return http.post()
                .uri("/api/v1/customers")
                .with(token())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }
}

package dev.rapport.customer.web;

import static dev.rapport.testing.Accounts.owner;
import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.testing.NaughtyStrings;
import dev.rapport.testing.WebTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        for (Map<String, String> fields : customers()) {
            MvcTestResult answer = send(fields);
            assertThat(answer.getResponse().getStatus()).as("%s", fields).isEqualTo(201);
            String body = answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
            fields.forEach(
                    (field, text) -> assertThat(json.readTree(body).get(field).asString())
                            .as(field)
                            .isEqualTo(NOTES.contains(field) ? text : text.strip()));
        }
    }

    @Test
    void isRefusedByTheApiWhereItCannotBe() {
        List<String> fields =
                List.of("email", "phone", "language", "country", "birthday", "stage", "kind", "acquiredOn");
        int turn = 0;
        for (String text : NaughtyStrings.all()) {
            String field = fields.get(turn++ % fields.size());
            assertThat(send(Map.of("name", "x", field, text, "tags", List.of(text)))
                            .getResponse()
                            .getStatus())
                    .as("%s = %s", field, text)
                    .isIn(201, 400);
        }
    }

    @Test
    void standsOnThePageAsText() throws Exception {
        for (Map<String, String> fields : customers()) {
            var request = http.post().uri("/customers").with(owner()).with(csrf());
            for (Map.Entry<String, String> field : fields.entrySet()) {
                request = request.param(field.getKey(), field.getValue());
            }
            MvcTestResult answer = request.exchange();
            assertThat(answer.getResponse().getStatus()).as("%s", fields).isEqualTo(302);
            String page = http.get()
                    .uri(answer.getResponse().getRedirectedUrl())
                    .with(owner())
                    .exchange()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            String shown = HtmlUtils.htmlUnescape(page);
            fields.values().forEach(text -> assertThat(shown).contains(text.strip()));
            fields.values().stream()
                    .filter(text -> text.matches("(?s).*<\\w.*"))
                    .forEach(text -> assertThat(page).doesNotContain(text.strip()));
            assertThat(page).doesNotContain("href=\"javascript");
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
            for (String page : List.of(
                    "/customers/suggestions?query={q}",
                    "/customers?query={q}&sort={q}",
                    "/customers?tag={q}&after={q}")) {
                assertThat(http.get()
                                .uri(URI.create(page.replace("{q}", URLEncoder.encode(text, StandardCharsets.UTF_8))))
                                .with(owner())
                                .exchange()
                                .getResponse()
                                .getStatus())
                        .as("%s with %s", page, text)
                        .isIn(200, 400);
            }
        }
    }

    /** A text a field, shifted by one field a round, each text once a round: one of the fields is unique. */
    private static List<Map<String, String>> customers() {
        List<String> texts = NaughtyStrings.all().stream()
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
        List<String> fields = Stream.concat(LINES.stream(), NOTES.stream()).toList();
        List<Map<String, String>> customers = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += fields.size() / 2) {
            Map<String, String> customer = new LinkedHashMap<>();
            for (int f = 0; f < fields.size(); f++) {
                customer.put(fields.get(f), texts.get((i + f) % texts.size()));
            }
            customers.add(customer);
        }
        return customers;
    }

    private MvcTestResult send(Map<String, ?> body) {
        return http.post()
                .uri("/api/v1/customers")
                .with(token())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }
}

package dev.rapport.interaction.web;

import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.customer.CustomerService;
import dev.rapport.interaction.Someone;
import dev.rapport.testing.NaughtyStrings;
import dev.rapport.testing.WebTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class InteractionApiTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private CustomerService customers;

    @Autowired
    private JsonMapper json;

    private String path;

    @BeforeEach
    void makeAna() {
        path = "/api/v1/customers/" + Someone.named("Ana Ruiz", customers) + "/interactions";
    }

    @Test
    void logsReadsChangesAndDeletes() {
        MvcTestResult created = post(Map.of(
                "kind",
                "CALL",
                "occurredAt",
                "2026-03-04T10:15:30Z",
                "direction",
                "IN",
                "subject",
                "Quote",
                "nextStep",
                Map.of("title", "Send it", "dueOn", "2026-03-06")));
        assertThat(created).hasStatus(201);
        JsonNode stored = json(created);
        String one = "/api/v1/interactions/" + stored.path("id").asLong();
        assertThat(created.getResponse().getHeader("Location")).isEqualTo(one);
        assertThat(stored.path("occurredAt").asString()).isEqualTo("2026-03-04T10:15:30Z");
        assertThat(stored.path("direction").asString()).isEqualTo("IN");
        assertThat(json(get(path.replace("interactions", "tasks")))
                        .path("items")
                        .get(0)
                        .path("title")
                        .asString())
                .isEqualTo("Send it");

        JsonNode changed = json(send("PATCH", one, Map.of("body", "They will think", "version", 0)));
        assertThat(changed.path("subject").asString()).isEqualTo("Quote");
        assertThat(changed.path("body").asString()).isEqualTo("They will think");
        assertThat(send("PATCH", one, Map.of("body", "Mine", "version", 0))).hasStatus(409);

        assertThat(http.delete().uri(one).with(token())).hasStatus(204);
        assertThat(get(one)).hasStatus(404);
    }

    @Test
    void takesMomentsWithAndWithoutAnOffset() {
        assertThat(at("2026-03-04T10:15:30+02:00")).isEqualTo("2026-03-04T08:15:30Z");
        assertThat(at("2026-03-04T10:15")).isEqualTo("2026-03-04T09:15:00Z");
        assertThat(at("2026-03-04")).isEqualTo("2026-03-04T11:00:00Z");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        refused(Map.of("occurredAt", "2026-03-04"), "kind");
        refused(Map.of("kind", "SHOUT", "occurredAt", "2026-03-04"), "kind");
        refused(Map.of("kind", "CALL"), "occurredAt");
        refused(Map.of("kind", "CALL", "occurredAt", "soon"), "occurredAt");
        refused(Map.of("kind", "CALL", "occurredAt", "-999999999-01-01T00:00:00Z"), "occurredAt");
        refused(Map.of("kind", "CALL", "occurredAt", "2026-03-04", "subject", "x".repeat(501)), "subject");
        refused(Map.of("kind", "CALL", "occurredAt", "2026-03-04", "body", "a\0b"), "body");
        refused(
                Map.of("kind", "CALL", "occurredAt", "2026-03-04", "nextStep", Map.of("title", "Call")),
                "nextStep.dueOn");
        assertThat(json(get(path)).path("items")).isEmpty();
    }

    @Test
    void pagesNewestFirst() {
        for (int day = 1; day <= 5; day++) {
            post(Map.of("kind", "MAIL", "occurredAt", "2026-03-0" + day));
        }
        JsonNode first = json(get(path + "?limit=3"));
        assertThat(first.path("items")).hasSize(3);
        assertThat(first.path("items").get(0).path("occurredAt").asString()).startsWith("2026-03-05");
        JsonNode rest = json(get(path + "?limit=3&after=" + first.path("next").asString()));
        assertThat(rest.path("items")).hasSize(2);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(get(path + "?after=nonsense")).hasStatus(400);
        assertThat(get("/api/v1/customers/4711/interactions")).hasStatus(404);
    }

    @Test
    void givesNaughtyTextsBackAsTheyCame() {
        for (String text : NaughtyStrings.all()) {
            Map<String, Object> body = new HashMap<>(Map.of("kind", "NOTE", "occurredAt", "2026-03-04"));
            body.put("subject", text);
            body.put("body", text);
            MvcTestResult answer = post(body);
            assertThat(answer).as(text).hasStatus(201);
            JsonNode stored = json(answer);
            assertThat(stored.path("subject").asString("")).isEqualTo(text.strip());
            assertThat(stored.path("body").asString("")).isEqualTo(text.isBlank() ? "" : text);
        }
    }

    @Test
    void answersNobodyWithoutAToken() {
        assertThat(http.get().uri(path)).hasStatus(401);
    }

    private String at(String moment) {
        return json(post(Map.of("kind", "CALL", "occurredAt", moment)))
                .path("occurredAt")
                .asString();
    }

    private void refused(Map<String, ?> body, String field) {
        MvcTestResult answer = post(body);
        assertThat(answer).hasStatus(400);
        assertThat(json(answer).path("errors").get(0).path("field").asString()).isEqualTo(field);
    }

    private MvcTestResult post(Map<String, ?> body) {
        return send("POST", path, body);
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).with(token()).exchange();
    }

    private MvcTestResult send(String method, String uri, Map<String, ?> body) {
        return http.method(org.springframework.http.HttpMethod.valueOf(method))
                .uri(uri)
                .with(token())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }

    private JsonNode json(MvcTestResult answer) {
        try {
            return json.readTree(answer.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}

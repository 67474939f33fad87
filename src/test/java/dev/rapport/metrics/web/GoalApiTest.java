package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.WebTest;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Goals and snapshots by the API. */
@WebTest
class GoalApiTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessSettings business;

    private String due;

    @BeforeEach
    void aBusiness() {
        BusinessOfTwoYears.in(jdbc);
        due = business.today().plusDays(100).toString();
    }

    @Test
    void setsReadsChangesAndDeletes() {
        MvcTestResult set = send(HttpMethod.POST, "goals", goal("nps", "60"));
        assertThat(set).hasStatus(201);
        JsonNode made = json(set);
        long id = made.get("id").asLong();
        assertThat(made.get("baseline").decimalValue())
                .isEqualByComparingTo(made.get("figure").get("value").decimalValue());
        assertThat(made.get("expected").decimalValue())
                .isEqualByComparingTo(made.get("baseline").decimalValue());
        assertThat(made.get("status").asString()).isEqualTo("ON_TRACK");
        assertThat(made.get("direction").asString()).isEqualTo("AT_LEAST");

        JsonNode changed = json(send(HttpMethod.PATCH, "goals/" + id, "{\"target\": 70, \"version\": 0}"));
        assertThat(changed.get("target").asInt()).isEqualTo(70);
        assertThat(changed.get("baseline")).isEqualTo(made.get("baseline"));
        assertThat(send(HttpMethod.PATCH, "goals/" + id, "{\"target\": 75, \"version\": 0}"))
                .hasStatus(409);
        JsonNode other = json(send(HttpMethod.PATCH, "goals/" + id, "{\"metric\": \"revenue\", \"target\": 9}"));
        assertThat(other.get("baseline").decimalValue())
                .as("another figure begins from what that one stood at")
                .isEqualByComparingTo(other.get("figure").get("value").decimalValue());

        assertThat(json(send(HttpMethod.GET, "goals", null)).get("items")).hasSize(1);
        send(HttpMethod.PATCH, "goals/" + id, "{\"archived\": true}");
        assertThat(json(send(HttpMethod.GET, "goals", null)).get("items")).isEmpty();
        assertThat(json(send(HttpMethod.GET, "goals?archived=true", null)).get("items"))
                .hasSize(1);
        assertThat(send(HttpMethod.DELETE, "goals/" + id, null)).hasStatus(204);
        assertThat(send(HttpMethod.GET, "goals/" + id, null)).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({
        "nps, 140, target",
        "retention, 120, target",
        "ces, 0, target",
        "joy, 1, metric",
        "nps, 1e999999, target"
    })
    void refusesWhatCannotBe(String metric, String target, String field) {
        MvcTestResult refused = send(HttpMethod.POST, "goals", goal(metric, target));
        assertThat(refused).hasStatus(400);
        assertThat(json(refused).get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @Test
    void listsWhatWasShownWithACursor() {
        MvcTestResult taken = send(HttpMethod.POST, "metrics/snapshots", "{}");
        assertThat(taken).hasStatus(201);
        int all = json(taken).get("items").size();
        JsonNode first = json(send(HttpMethod.GET, "metrics/snapshots?limit=5", null));
        assertThat(first.get("items")).hasSize(5);
        JsonNode rest = json(send(
                HttpMethod.GET,
                "metrics/snapshots?limit=200&after=" + first.get("next").asString(),
                null));
        assertThat(rest.get("items")).hasSize(all - 5);
        assertThat(rest.get("next").isNull()).isTrue();

        JsonNode nps = json(send(HttpMethod.GET, "metrics/snapshots?metric=nps&recomputed=true", null))
                .get("items")
                .get(0);
        assertThat(nps.get("day").asString()).isEqualTo(business.today().toString());
        assertThat(nps.get("n").asLong()).isPositive();
        assertThat(nps.get("interval").get("low").isNumber()).isTrue();
        assertThat(nps.get("recomputed").get("value")).isEqualTo(nps.get("value"));
        assertThat(nps.get("state").asString()).isEqualTo("SAME");
        assertThat(nps.get("factVersion").asString()).isNotBlank();
        assertThat(send(HttpMethod.GET, "metrics/snapshots?metric=joy", null)).hasStatus(400);
        assertThat(json(send(HttpMethod.GET, "metrics/snapshots?to=2001-01-01", null))
                        .get("items"))
                .isEmpty();
    }

    private String goal(String metric, String target) {
        return "{\"metric\": \"%s\", \"target\": %s, \"dueOn\": \"%s\", \"owner\": \"Olivia\", \"why\": \"So\"}"
                .formatted(metric, target, due);
    }

    private MvcTestResult send(HttpMethod method, String path, @org.jspecify.annotations.Nullable String body) {
        var request = http.method(method).uri("/api/v1/" + path).with(token());
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private static JsonNode json(MvcTestResult result) {
        try {
            return JsonMapper.shared().readTree(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package dev.rapport.platform.web;

import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testing.MovableClock;
import dev.rapport.testing.WebTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class IdempotencyTest {
    private static final String JEANNE = "{\"name\": \"Jeanne\"}";

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdempotencyKeys keys;

    @Autowired
    MovableClock clock;

    private MvcTestResult post(String key, String body) {
        return http.post()
                .uri("/api/v1/customers")
                .with(token())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private long customers() {
        return jdbc.sql("SELECT count(*) FROM customer").query(Long.class).single();
    }

    @Test
    void givesTheFirstAnswerAgain() throws Exception {
        MvcTestResult first = post("k1", JEANNE);
        MvcTestResult again = post("k1", JEANNE);
        assertThat(first).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
        assertThat(again).hasStatus(201).hasHeader("Idempotent-Replayed", "true");
        assertThat(again.getResponse().getContentAsString())
                .isEqualTo(first.getResponse().getContentAsString());
        assertThat(again.getResponse().getContentType())
                .isEqualTo(first.getResponse().getContentType());
        assertThat(again.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void refusesTheKeyWithAnotherRequest() {
        post("k1", JEANNE);
        assertThat(post("k1", "{\"name\": \"Pierre\"}")).hasStatus(422).hasContentType("application/problem+json");
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void keepsARefusalToo() {
        assertThat(post("k1", "{\"name\": \"\"}")).hasStatus(400);
        assertThat(post("k1", "{\"name\": \"\"}")).hasStatus(400).hasHeader("Idempotent-Replayed", "true");
    }

    @Test
    void takesOtherKeysAndNoneForNewRequests() {
        post("k1", JEANNE);
        post("k2", JEANNE);
        assertThat(customers()).isEqualTo(2);
    }

    @Test
    void sendsASecondAwayWhileTheFirstRuns() throws Exception {
        post("k1", JEANNE);
        jdbc.sql("UPDATE idempotency_key SET status = NULL, body = NULL").update();
        assertThat(post("k1", JEANNE)).hasStatus(409);
    }

    @Test
    void forgetsAfterADay() {
        post("k1", JEANNE);
        clock.advance(Duration.ofHours(23));
        post("k1", JEANNE);
        assertThat(customers()).isEqualTo(1);
        clock.advance(Duration.ofHours(2));
        post("k1", JEANNE);
        assertThat(customers()).isEqualTo(2);
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertThat(post("k".repeat(256), JEANNE)).hasStatus(400);
        assertThat(post(" ", JEANNE)).hasStatus(400);
        assertThat(customers()).isZero();
    }

    @Test
    void keepsAccountsApart() {
        assertThat(keys.claim(1, "k", new byte[] {1})).isEmpty();
        assertThat(keys.claim(2, "k", new byte[] {1})).isEmpty();
        keys.release(2, "k");
        assertThat(keys.claim(2, "k", new byte[] {2})).isEmpty();
    }
}

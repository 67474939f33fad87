package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.owner;
import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.WebTest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page of what customers say, and the same by the API. */
@WebTest
class SatisfactionPageTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessSettings business;

    @Test
    void showsScoresGroupsAndWords() {
        answer("Ada <b>", "Fair", "NPS", 3, null, "Slow & <script>alert(1)</script>");
        answer("Bob", "Web", "CSAT", 5, 3, null);
        assertThat(page("/numbers/satisfaction"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "/numbers/nps?from=", "/numbers/sat-gap?from=", "Fair", "too few to tell", "0.25", "data-chart")
                .contains("Slow &amp; &lt;script&gt;", "Ada &lt;b&gt;")
                .doesNotContain("<script>alert", "NaN", "??");
        assertThat(page("/numbers/satisfaction?kind=promoter&by=stage"))
                .bodyText()
                .contains("Purchase")
                .doesNotContain("Slow");
        assertThat(page("/numbers/satisfaction?group=channel:web"))
                .bodyText()
                .contains("selected")
                .doesNotContain("Slow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/numbers/satisfaction",
                "/numbers/satisfaction?from=1900-01-01&to=2199-12-31",
                "/numbers/satisfaction?by=tag",
                "/numbers/satisfaction?by=product&group=cohort:2026-01",
                "/numbers/sat-gap",
                "/numbers/sat-gap?group=product:Bag",
                "/numbers/rfm?group=tag:vip",
                "/numbers/acquisition?group=stage:LOYALTY",
                "/numbers/clv?group=product:Bag"
            })
    void anEmptyBusinessHasReasons(String address) {
        assertThat(page(address)).hasStatusOk().bodyText().doesNotContain("NaN", "??");
        assertThat(http.get()
                        .uri(address)
                        .with(owner())
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??");
    }

    @Test
    void theApiGivesTheSame() {
        answer("Ada", "Fair", "NPS", 3, null, "Slow");
        answer("Bob", "Web", "CSAT", 5, 3, null);
        assertThat(get("satisfaction?by=channel")).bodyJson().satisfies(body -> {
            assertThat(body).extractingPath("$.nps.figure.value").isEqualTo(-100);
            assertThat(body).extractingPath("$.satGap.figure.value").isEqualTo(0.25);
            assertThat(body).extractingPath("$.groups[0].name").isEqualTo("Fair");
            assertThat(body).extractingPath("$.trend[-1:].nps.n").isEqualTo(java.util.List.of(1));
        });
        assertThat(get("sat-gap"))
                .bodyJson()
                .extractingPath("$.inputs.perceived")
                .isEqualTo(5);
        assertThat(get("nps/comments?kind=detractor&limit=1")).bodyJson().satisfies(body -> {
            assertThat(body).extractingPath("$.items[0].comment").isEqualTo("Slow");
            assertThat(body).extractingPath("$.next").isNull();
        });
        assertThat(get("nps/comments?kind=fan")).hasStatus(400);
        assertThat(get("satisfaction?by=moon")).hasStatus(400);
        assertThat(get("satisfaction?group=product:")).hasStatus(400);
    }

    @Test
    void anAnswerTakesWhatWasExpected() {
        long ada = customer("Ada", "Fair");
        assertThat(record(ada, "CSAT", 4, 5))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.expected")
                .isEqualTo(5);
        assertThat(record(ada, "CSAT", 4, 6))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("expected");
        assertThat(record(ada, "NPS", 4, 5)).hasStatus(400);
    }

    private MvcTestResult record(long customer, String survey, int score, int expected) {
        return http.post()
                .uri("/api/v1/customers/" + customer + "/answers")
                .with(token())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"survey\":\"%s\",\"score\":%d,\"expected\":%d,\"answeredOn\":\"2026-05-01\"}"
                        .formatted(survey, score, expected))
                .exchange();
    }

    private long customer(String name, String source) {
        return jdbc.sql("""
                        INSERT INTO customer (name, source, sort_key, stage, acquired_on, created_at)
                        VALUES (?, ?, ''::bytea, 'PURCHASE', '2020-01-01', now()) RETURNING id
                        """).params(name, source).query(Long.class).single();
    }

    private void answer(
            String name,
            String source,
            String survey,
            int score,
            @Nullable Integer expected,
            @Nullable String comment) {
        jdbc.sql("""
                        INSERT INTO answer (customer_id, survey, score, expected, comment, answered_on, created_at)
                        VALUES (:customer, :survey, :score, cast(:expected AS smallint), :comment, :day, now())
                        """)
                .param("customer", customer(name, source))
                .param("survey", survey)
                .param("score", score)
                .param("expected", expected)
                .param("comment", comment)
                .param("day", day())
                .update();
    }

    private LocalDate day() {
        return business.today().minusDays(3);
    }

    private MvcTestResult page(String address) {
        return http.get().uri(address).with(owner()).exchange();
    }

    private MvcTestResult get(String address) {
        return http.get().uri("/api/v1/metrics/" + address).with(token()).exchange();
    }
}

package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.owner;
import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.WebTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page of who stays, and the same by the API. */
@WebTest
class RetentionPageTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessSettings business;

    @Test
    void showsRatesCohortsAndHowLongCustomersStay() {
        buyers();
        assertThat(page("/numbers/cohorts", "en"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "/numbers/retention?from=",
                        "/numbers/survival?from=",
                        "/numbers/grr?from=",
                        "Projected",
                        "α = ")
                .contains("heat-")
                .doesNotContain("NaN", "??");
        assertThat(page("/numbers/survival", "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("Kaplan")
                .doesNotContain("??");
    }

    @Test
    void anEmptyBusinessHasReasons() {
        assertThat(page("/numbers/cohorts", "zh-CN")).hasStatusOk().bodyText().doesNotContain("NaN", "??");
        assertThat(page("/numbers/survival", "en")).hasStatusOk().bodyText().doesNotContain("NaN", "??");
        assertThat(get("retention")).bodyJson().satisfies(body -> {
            assertThat(body).extractingPath("$.survival.alpha").isNull();
            assertThat(body).extractingPath("$.survival.reason").isNotNull();
        });
    }

    @Test
    void theApiGivesTheCurveWithItsFit() {
        buyers();
        assertThat(get("retention")).bodyJson().satisfies(body -> {
            assertThat(body).extractingPath("$.survival.n").isEqualTo(40);
            assertThat(body).extractingPath("$.survival.alpha").isNotNull();
            assertThat(body).extractingPath("$.survival.points[0].survival").isEqualTo(1);
            assertThat(body).extractingPath("$.survival.points[1].atRisk").isEqualTo(40);
            assertThat(body).extractingPath("$.survivalAfterAYear.unit").isEqualTo("PERCENT");
            assertThat(body).extractingPath("$.retention.formula").isNotNull();
        });
    }

    /** Forty who came two years ago and bought once a month: some once only, ever fewer for long, and eight until now. */
    private void buyers() {
        LocalDate first = business.today().minusYears(2);
        jdbc.sql("""
                        WITH who AS (
                          INSERT INTO customer (name, sort_key, stage, acquired_on, created_at)
                          SELECT 'Buyer ' || n, ''::bytea, 'PURCHASE', '2020-01-01', now() FROM generate_series(1, 40) n
                          RETURNING id, name)
                        INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                        SELECT id, cast(:first AS date) + 30 * k, 10, 'USD', 1, 10, now()
                        FROM (SELECT id, substr(name, 7)::int AS n FROM who) w, generate_series(0, CASE
                          WHEN n <= 14 THEN 0 WHEN n <= 22 THEN 3 WHEN n <= 27 THEN 6 WHEN n <= 30 THEN 9 WHEN n <= 32 THEN 12 ELSE 24 END) k
                        """).param("first", first).update();
    }

    private MvcTestResult page(String address, String language) {
        return http.get()
                .uri(address)
                .with(owner())
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange();
    }

    private MvcTestResult get(String address) {
        return http.get().uri("/api/v1/metrics/" + address).with(token()).exchange();
    }
}

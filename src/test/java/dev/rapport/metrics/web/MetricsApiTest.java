package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.owner;
import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.WebTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The figures of the business over HTTP: names, periods and refusals. */
@WebTest
class MetricsApiTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessSettings business;

    @Test
    void theYearToTodayIsThePeriodUnlessSaidOtherwise() {
        LocalDate today = business.today();
        assertThat(get("nps")).bodyJson().satisfies(body -> {
            assertThat(body)
                    .extractingPath("$.from")
                    .isEqualTo(today.minusYears(1).plusDays(1).toString());
            assertThat(body).extractingPath("$.to").isEqualTo(today.toString());
            assertThat(body).extractingPath("$.asOf").isEqualTo(today.toString());
            assertThat(body).extractingPath("$.value").isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"nps", "csat", "ces", "retention", "revenue-retention", "cohorts", "clv"})
    void anEmptyBusinessHasReasonsAndNoNaN(String metric) {
        assertThat(get(metric)).hasStatusOk().bodyText().doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void clvGivesEveryDefinitionAndSaysWhichIsShown() {
        buy("2025-03-01", 100);
        buy("2026-03-01", 100);
        assertThat(get("clv?asOf=2026-04-01")).bodyJson().satisfies(body -> {
            assertThat(body).extractingPath("$.shown").isEqualTo("discounted");
            for (String name : new String[] {"discounted", "perpetual", "simple", "historic"}) {
                assertThat(body).extractingPath("$." + name + ".unit").isEqualTo("MONEY");
                assertThat(body).extractingPath("$." + name + ".currency").isEqualTo("USD");
                assertThat(body).extractingPath("$." + name + ".asOf").isEqualTo("2026-04-01");
            }
            assertThat(body).extractingPath("$.historic.value").isEqualTo(120);
            assertThat(body).extractingPath("$.predictive.value").isNull();
            assertThat(body).extractingPath("$.predictive.reason").isNotNull();
        });
    }

    @Test
    void cohortsAreRowsOfMonths() {
        buy("2026-01-10", 5);
        assertThat(get("cohorts?asOf=2026-03-15")).bodyJson().satisfies(body -> {
            assertThat(body).extractingPath("$.value[0].month").isEqualTo("2026-01");
            assertThat(body).extractingPath("$.value[0].size").isEqualTo(1);
            assertThat(body).extractingPath("$.value[0].active").asArray().containsExactly(1, 0, null);
        });
    }

    @Test
    void asOfADayAloneAsksForAllCohorts() {
        buy("2020-01-10", 5);
        assertThat(get("cohorts?asOf=2026-03-15")).bodyJson().satisfies(body -> {
            assertThat(body).extractingPath("$.value[0].month").isEqualTo("2020-01");
            assertThat(body).extractingPath("$.from").isEqualTo("2020-01-10");
        });
    }

    @Test
    void hugeAmountsAndFarDaysBreakNothing() {
        for (int i = 0; i < 12; i++) {
            buy("2025-03-0" + (1 + i % 9), 999_999_999_999_999L);
            buy("2026-03-0" + (1 + i % 9), 999_999_999_999_999L);
        }
        for (String metric : new String[] {"revenue-retention", "clv", "cohorts", "retention"}) {
            assertThat(get(metric + "?from=1900-01-01&to=2199-12-31")).hasStatusOk();
            assertThat(get(metric + "?asOf=2026-04-01")).hasStatusOk();
        }
        assertThat(http.get().uri("/numbers?from=1900-01-01&to=2199-12-31").with(owner()))
                .hasStatusOk();
        assertThat(http.get().uri("/numbers?from=2025-04-02&to=2026-04-01").with(owner()))
                .hasStatusOk();
    }

    @Test
    void theDescriptionNamesEveryParameter() {
        assertThat(http.get().uri("/api/v1/openapi.json").with(token()))
                .bodyJson()
                .extractingPath("$.paths['/api/v1/metrics/nps'].get.parameters[*].name")
                .asArray()
                .containsExactlyInAnyOrder("from", "to", "asOf", "group");
    }

    @ParameterizedTest
    @CsvSource({
        "nps?from=yesterday, from",
        "nps?from=2026-02-01&to=2026-01-01, from",
        "clv?from=2026-02-01&asOf=2025-01-01, from",
        "nps?from=2026-02-01&to=2026-03-01&asOf=2026-01-01, asOf",
        "nps?to=+99999-01-01, to",
        "nps?to=0000-01-01, to",
        "nps?group=friends, group",
        "nps?group=stage:asleep, group",
        "cohorts?group=tag:, group",
    })
    void refusesWhatMakesNoSenseNamingTheParameter(String address, String field) {
        assertThat(get(address))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void takesNobodyWithoutAToken() {
        assertThat(http.get().uri("/api/v1/metrics/nps")).hasStatus(401);
    }

    private void buy(String day, long amount) {
        jdbc.sql("""
                WITH who AS (INSERT INTO customer (name, external_id, sort_key, stage, acquired_on, created_at)
                             VALUES ('Ada', 'ada', ''::bytea, 'PURCHASE', '2020-01-01', now())
                             ON CONFLICT (external_id) DO UPDATE SET name = 'Ada' RETURNING id)
                INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                SELECT id, ?, ?, 'USD', 1, ?, now() FROM who
                """).params(LocalDate.parse(day), amount, amount).update();
    }

    private MvcTestResult get(String address) {
        return http.get().uri("/api/v1/metrics/" + address).with(token()).exchange();
    }
}

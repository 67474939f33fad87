package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.Statements;
import dev.rapport.testing.WebTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The dashboard and the page behind each figure, as HTML. */
@WebTest
class NumbersTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessSettings business;

    @Test
    void theHomePageLeadsToTheNumbers() {
        assertThat(get("/")).hasStatus3xxRedirection().hasRedirectedUrl("/numbers");
    }

    @Test
    void anEmptyBusinessIsShownTheFirstSteps() {
        assertThat(get("/numbers"))
                .hasStatusOk()
                .bodyText()
                .contains("/customers/new", "/interactions/new", "/imports/new", "hx-get=\"/tasks/due\"")
                .doesNotContain("data-chart", "NaN");
    }

    @Test
    void showsSixFiguresEachWithItsTrace() {
        twoYears(business.today());
        assertThat(get("/numbers")).hasStatusOk().bodyText().satisfies(page -> {
            for (String name :
                    new String[] {"nps", "retention", "clv", "revenue", "active-customers", "new-customers"}) {
                assertThat(page).contains("/numbers/" + name + "?from=");
            }
            assertThat(page)
                    .contains("too few to tell", "Returning customers", "Who came back", "Ada", "application/json")
                    .doesNotContain("NaN", "??");
        });
    }

    @Test
    void opensWithThePeriodThatTheDataEndIn() {
        twoYears(LocalDate.of(2006, 12, 30));
        assertThat(get("/numbers"))
                .hasStatusOk()
                .bodyText()
                .contains("Your data end on 30 Dec 2006", "show today", "31 Dec 2005 to 30 Dec 2006");
        assertThat(get("/numbers?period=90d")).bodyText().contains("2 Oct 2006 to 30 Dec 2006");
        assertThat(get("/numbers?period=last-year")).bodyText().contains("1 Jan 2005 to 31 Dec 2005");
        assertThat(get("/numbers?period=12m&until=today"))
                .bodyText()
                .contains("Your data end on 30 Dec 2006", "show the period that ends with them");
        assertThat(get("/numbers?from=2006-01-01&to=2006-06-30"))
                .bodyText()
                .contains("1 Jan 2006 to 30 Jun 2006")
                .doesNotContain("Your data end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30d", "90d", "12m", "year", "last-year", "all", "nonsense"})
    void everyPeriodWorks(String period) {
        twoYears(business.today());
        assertThat(get("/numbers?period=" + period)).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({"2026-02-01, 2026-01-01", "soon, 2026-01-01", "0001-01-01, 2026-01-01", "2026-01-01, 99999-01-01"})
    void wrongDaysAreSaidAndKept(String from, String to) {
        twoYears(business.today());
        assertThat(get("/numbers?from=" + from + "&to=" + to))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"period-problem\"", "value=\"" + from + "\"", "value=\"" + to + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nps",
                "retention",
                "clv",
                "revenue",
                "active-customers",
                "new-customers",
                "csat",
                "ces",
                "churn",
                "nrr",
                "grr",
                "repeat-rate",
                "conversion",
                "cpl",
                "cac",
                "ltv-to-cac",
                "payback"
            })
    void everyFigureHasAPageInBothLanguages(String name) {
        assertThat(get("/numbers/" + name)).hasStatusOk().bodyText().doesNotContain("??");
        twoYears(business.today());
        assertThat(get("/numbers/" + name))
                .hasStatusOk()
                .bodyText()
                .contains("What it rests on")
                .doesNotContain("??", "NaN");
        assertThat(http.get().uri("/numbers/" + name).with(owner()).header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("计算依据")
                .doesNotContain("??");
    }

    @Test
    void saysOfWhatMomentItIsWhileAGreatDealIsCountedAnew() {
        twoYears(business.today());
        assertThat(get("/numbers")).bodyText().doesNotContain("being worked out anew");
        jdbc.sql("UPDATE dashboard_sums SET took = 5000").update();
        jdbc.sql("TRUNCATE answer").update();

        assertThat(get("/numbers?period=12m"))
                .hasStatusOk()
                .bodyText()
                .contains("being worked out anew", "href=\"/numbers?period=12m");
        assertThat(jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'count-dashboard-again'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theTraceOfLifetimeValueKeepsTheDefinitionsApart() {
        twoYears(business.today());
        assertThat(get("/numbers/clv"))
                .bodyText()
                .contains("2 · Discounted", "3 · Without a horizon", "4 · Simple", "1 · Historic", "5 · Predictive")
                .contains("Not fitted", "Discount rate per month", "0.797%", "margin multiple");
    }

    @Test
    void knowsNoOtherFigure() {
        assertThat(get("/numbers/happiness")).hasStatus(404);
        assertThat(get("/numbers/nps?from=soon")).hasStatus(400);
    }

    @Test
    void readsAsManyStatementsForManyCustomersAsForTwo() {
        twoYears(business.today());
        get("/numbers/clv/model"); // asks for a fit, which the next ones find asked for
        int few = Statements.of(() -> get("/numbers")).size();
        int fewOfTrace = Statements.of(() -> get("/numbers/clv")).size();
        BusinessOfTwoYears.in(jdbc);

        assertThat(Statements.of(() -> get("/numbers"))).hasSize(few).hasSizeLessThanOrEqualTo(30);
        assertThat(Statements.of(() -> get("/numbers"))).hasSizeLessThanOrEqualTo(11);
        assertThat(Statements.of(() -> get("/numbers/clv"))).hasSize(fewOfTrace).hasSizeLessThanOrEqualTo(19);
    }

    /** Ada comes every quarter and Bob came once, in the two years that end with the day. */
    private void twoYears(LocalDate end) {
        long ada = customer("Ada");
        for (int i = 0; i < 8; i++) {
            purchase(ada, end.minusDays(91L * i), 100);
        }
        purchase(customer("Bob"), end.minusDays(400), 50);
        jdbc.sql(
                        "INSERT INTO answer (customer_id, survey, score, answered_on, created_at) VALUES (?, 'NPS', 9, ?, now())")
                .params(ada, end.minusDays(5))
                .update();
    }

    private long customer(String name) {
        return jdbc.sql("""
                        INSERT INTO customer (name, sort_key, stage, source, acquired_on, created_at)
                        VALUES (?, ''::bytea, 'PURCHASE', 'Fair', '2000-01-01', now()) RETURNING id
                        """).param(name).query(Long.class).single();
    }

    private void purchase(long customer, LocalDate day, int amount) {
        jdbc.sql("""
                        INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                        VALUES (?, ?, ?, 'USD', 1, ?, now())
                        """).params(customer, day, amount, amount).update();
    }

    private MvcTestResult get(String address) {
        return http.get().uri(address).with(owner()).exchange();
    }
}

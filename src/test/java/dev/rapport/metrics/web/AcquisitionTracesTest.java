package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.owner;
import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metrics.Metric;
import dev.rapport.metrics.Metrics;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.acquisition.AcquisitionBoard.Row;
import dev.rapport.metrics.acquisition.AcquisitionService;
import dev.rapport.metrics.formula.Span;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page behind each figure of winning customers. */
@WebTest
class AcquisitionTracesTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Metrics metrics;

    @Autowired
    private AcquisitionService acquisition;

    @Autowired
    private BusinessSettings business;

    private Span year;

    @BeforeEach
    void aYearWithCosts() {
        BusinessOfTwoYears.in(jdbc);
        year = Span.yearTo(business.today());
        jdbc.sql("""
                INSERT INTO acquisition_cost (channel, spent_on, amount, created_at)
                VALUES ('Search', :day, 1200, now()), ('Autumn fair', :day, 300, now())""").param("day", year.from().plusDays(40)).update();
    }

    @ParameterizedTest
    @CsvSource({
        "conversion, Leads who bought, Wilson",
        "cpl, Spent, Kotler",
        "cac, New customers, Kotler",
        "ltv-to-cac, Value of a customer, Skok",
        "payback, Revenue of a customer in a month, Skok"
    })
    void opensUpToItsInputsAndItsSource(String name, String input, String source) {
        assertThat(get("/numbers/" + name))
                .hasStatusOk()
                .bodyText()
                .contains(input, source, "To act on it", "÷", "/numbers/acquisition?from=", "Channels and costs")
                .contains("/numbers/" + name + "?table=figure&amp;format=csv", "table=figure&amp;format=json")
                .doesNotContain("??", "NaN");
        assertThat(http.get().uri("/numbers/" + name).with(owner()).header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("怎么用：", "各渠道与费用")
                .doesNotContain("??", "NaN");
        assertThat(get("/numbers/" + name + "?table=inputs&format=csv"))
                .hasStatusOk()
                .hasHeader(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8");
    }

    @Test
    void isTheFigureOfThePageAndOfTheApi() {
        Row all = acquisition.last(Scope.of(year)).all();
        assertThat(metrics.figure(Metric.CONVERSION, Scope.of(year))).isEqualTo(all.conversion());
        assertThat(metrics.figure(Metric.CPL, Scope.of(year))).isEqualTo(all.cpl());
        assertThat(metrics.figure(Metric.CAC, Scope.of(year))).isEqualTo(all.cac());
        assertThat(metrics.figure(Metric.LTV_TO_CAC, Scope.of(year))).isEqualTo(all.ltvToCac());
        assertThat(metrics.figure(Metric.PAYBACK, Scope.of(year))).isEqualTo(all.paybackMonths());
        assertThat(http.get().uri("/api/v1/metrics/acquisition").with(token()))
                .bodyJson()
                .extractingPath("$.cac.inputs.spend")
                .isEqualTo(1500);
    }

    @Test
    void isReachedFromTheFiguresOfThePageAndOfEachChannel() {
        assertThat(get("/numbers/acquisition")).hasStatusOk().bodyText().satisfies(page -> {
            for (String name : new String[] {"conversion", "cpl", "cac", "ltv-to-cac", "payback"}) {
                assertThat(page).contains("/numbers/" + name + "?from=" + year.from());
                assertThat(page).contains("&amp;group=channel:Search\"");
            }
        });
        Row search = acquisition.last(Scope.of(year)).channels().stream()
                .filter(row -> "Search".equals(row.channel()))
                .findFirst()
                .orElseThrow();
        Scope ofSearch = Scope.of(year, dev.rapport.metrics.CustomerGroup.of("channel:Search"));
        assertThat(metrics.figure(Metric.CAC, ofSearch)).isEqualTo(search.cac());
        assertThat(metrics.figure(Metric.CONVERSION, ofSearch)).isEqualTo(search.conversion());
        assertThat(get("/numbers/cac?group=channel:Search")).bodyText().contains("1,200");
    }

    @Test
    void saysWhyWhereItCannotBeKnown() {
        assertThat(get("/numbers/cac?group=tag:VIP"))
                .bodyText()
                .contains("can’t be told apart for this group")
                .doesNotContain("1,500");
        jdbc.sql("DELETE FROM acquisition_cost").update();
        assertThat(get("/numbers/ltv-to-cac")).bodyText().contains("No costs entered for this period");
    }

    @Test
    void mayBeAGoalThatLowerIsBetterFor() {
        assertThat(get("/numbers/goals/new?metric=cac"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("value=\"AT_MOST\"\\s+checked");
    }

    private MvcTestResult get(String address) {
        return http.get().uri(address).with(owner()).exchange();
    }
}

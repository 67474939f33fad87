package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.owner;
import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.Dashboard;
import dev.rapport.metrics.Dashboards;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.Metrics;
import dev.rapport.metrics.Period;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.formula.Span;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.Statements;
import dev.rapport.testing.WebTest;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The dashboard of some customers. */
@WebTest
class GroupDashboardTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Dashboards dashboards;

    @Autowired
    private Metrics metrics;

    @Autowired
    private BusinessSettings business;

    private Period year;

    @BeforeEach
    void twoYears() {
        BusinessOfTwoYears.in(jdbc);
        jdbc.sql("UPDATE customer SET tags = ARRAY['VIP'] WHERE id % 4 = 1").update();
        jdbc.sql("INSERT INTO product (name, price, cost, created_at) VALUES ('Course', 100, 20, now())")
                .update();
        jdbc.sql("UPDATE purchase SET product_id = (SELECT max(id) FROM product) WHERE id % 3 = 0")
                .update();
        year = Period.own(Span.yearTo(business.today()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel:Search", "stage:LOYALTY", "tag:VIP", "product:Course", "cohort"})
    void showsTheFiguresThatThePagesBehindItShow(String named) {
        CustomerGroup group = CustomerGroup.of(
                named.equals("cohort")
                        ? "cohort:" + YearMonth.from(business.today().minusMonths(6))
                        : named);
        Dashboard some = dashboards.of(year, group);
        Dashboard all = dashboards.of(year);

        some.tiles().forEach(tile -> {
            assertThat(tile.figure()).isEqualTo(metrics.figure(tile.metric(), Scope.of(year.span(), group)));
            assertThat(tile.before())
                    .isEqualTo(
                            metrics.figure(tile.metric(), Scope.of(year.span().before(), group)));
        });
        assertThat(some.tiles())
                .extracting(tile -> tile.metric())
                .isEqualTo(all.tiles().stream().map(tile -> tile.metric()).toList());
        assertThat(some.tile(Metric.REVENUE).figure().value())
                .isPositive()
                .isLessThan(all.tile(Metric.REVENUE).figure().value());
        assertThat(some.overview().top()).isNotEmpty();
        assertThat(some.revenue()).hasSameSizeAs(all.revenue());
        assertThat(some.nps()).hasSameSizeAs(all.nps());
        assertThat(some.revenue().stream()
                        .map(step -> step.fresh().add(step.returning()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(some.tile(Metric.REVENUE).figure().value());
    }

    @Test
    void addsUpToTheBusiness() {
        jdbc.sql("UPDATE customer SET source = 'Fair' WHERE source IS NULL").update();
        BigDecimal sum = List.of("Referral", "Autumn fair", "Search", "Fair").stream()
                .map(channel -> dashboards
                        .of(year, CustomerGroup.of("channel:" + channel))
                        .tile(Metric.REVENUE)
                        .figure()
                        .value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum)
                .isEqualByComparingTo(
                        dashboards.of(year).tile(Metric.REVENUE).figure().value());
    }

    @Test
    void listsContactsOfTheGroupAlone() {
        jdbc.sql("""
                INSERT INTO customer_summary (customer_id, last_contact_at)
                SELECT customer_id, max(happened_at) FROM timeline_entry GROUP BY customer_id""").update();
        List<Long> listed = dashboards.of(year, CustomerGroup.of("channel:Search")).overview().contacts().stream()
                .map(contact -> contact.customerId())
                .toList();
        assertThat(listed).isEqualTo(jdbc.sql("""
                                SELECT t.customer_id FROM timeline_entry t JOIN customer c ON c.id = t.customer_id
                                WHERE t.source = 'interaction' AND c.source = 'Search'
                                ORDER BY t.happened_at DESC LIMIT 6""").query(Long.class).list()).isNotEmpty();
    }

    @Test
    void seesThatSomebodyJoinsTheGroup() {
        CustomerGroup vips = CustomerGroup.of("tag:VIP");
        BigDecimal before =
                dashboards.of(year, vips).tile(Metric.ACTIVE_CUSTOMERS).figure().value();
        jdbc.sql("UPDATE customer SET tags = ARRAY['VIP']").update();
        assertThat(dashboards
                        .of(year, vips)
                        .tile(Metric.ACTIVE_CUSTOMERS)
                        .figure()
                        .value())
                .isGreaterThan(before);
    }

    @Test
    void saysWhomItShowsAndCarriesThemAlong() {
        assertThat(get("/numbers?period=90d&group=tag:VIP"))
                .hasStatusOk()
                .bodyText()
                .contains("Only these customers:", "<strong>Tag: VIP</strong>", "Show all customers")
                .contains("<option value=\"tag:VIP\" selected=\"selected\">VIP</option>")
                .containsPattern("name=\"period\"\\s+value=\"90d\"")
                .contains("name=\"group\" value=\"tag:VIP\"")
                .contains("/numbers?period=30d&amp;until=&amp;group=tag:VIP")
                .contains("/numbers/acquisition?group=tag:VIP")
                .doesNotContain("??", "NaN")
                .satisfies(page -> {
                    for (String name : List.of("nps", "retention", "clv", "revenue", "new-customers")) {
                        assertThat(page).containsPattern("/numbers/" + name + "\\?from=[^\"]*group=tag:VIP");
                    }
                    assertThat(page).doesNotContainPattern("data-dialog[^>]*/numbers/[^\"]*group=\"");
                });
        assertThat(get("/numbers/revenue?from=2026-01-01&to=2026-06-30&group=tag:VIP"))
                .bodyText()
                .contains("<strong>Tag: VIP</strong>", "/numbers?from=2026-01-01&amp;to=2026-06-30&amp;group=tag:VIP");
        assertThat(get("/numbers")).bodyText().doesNotContain("Only these customers");
    }

    @Test
    void speaksChinese() {
        assertThat(http.get()
                        .uri("/numbers?group=stage:LOYALTY")
                        .with(owner())
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("只看这些客户", "阶段：忠诚", "查看全部客户")
                .doesNotContain("??");
    }

    @Test
    void saysWhyItKnowsNothingOfAGroupOfNobodyAndRefusesNonsense() {
        assertThat(get("/numbers?group=tag:Nobody"))
                .hasStatusOk()
                .bodyText()
                .contains("No answers in this period", "Tag: Nobody")
                .doesNotContain("NaN", "??");
        assertThat(get("/numbers?group=nonsense")).hasStatus(400);
        assertThat(get("/numbers?group=tag:<script>alert(1)</script>"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/numbers",
                "/numbers/cac",
                "/numbers/acquisition",
                "/numbers/cohorts",
                "/numbers/satisfaction",
                "/numbers/rfm"
            })
    void isRefusedOnEveryPageWhereItNamesNobody(String page) {
        for (String group : List.of("nonsense", "cohort:9999-01")) {
            assertThat(get(page + "?group=" + group)).as(group).hasStatus(400);
        }
        assertThat(get(page + "?group=stage: loyalty "))
                .hasStatusOk()
                .bodyText()
                .contains("Stage: Loyalty");
    }

    @Test
    void readsAsManyStatementsForManyAsForFew() {
        int few = Statements.of(() -> get("/numbers?group=channel:Search")).size();
        jdbc.sql("UPDATE customer SET source = 'Search'").update();
        assertThat(Statements.of(() -> get("/numbers?group=channel:Search")))
                .hasSize(few)
                .hasSizeLessThanOrEqualTo(42);
        assertThat(Statements.of(() -> get("/numbers?group=channel:Search"))).hasSizeLessThanOrEqualTo(11);
    }

    /** Costs are those of a channel: a tag has none of its own, and doesn't get those of the whole business. */
    @Test
    void showsNoCostsThatAreNotOfTheGroup() {
        jdbc.sql(
                        "INSERT INTO acquisition_cost (channel, spent_on, amount, created_at) VALUES ('Search', ?, 777, now())")
                .param(business.today().minusDays(9))
                .update();
        assertThat(get("/numbers/acquisition?group=tag:VIP")).bodyText().contains("can’t be told apart for this group");
        assertThat(api("/api/v1/metrics/acquisition?group=tag:VIP"))
                .bodyJson()
                .extractingPath("$.spend.value")
                .isNull();
        assertThat(api("/api/v1/metrics/acquisition?group=channel:search"))
                .bodyJson()
                .extractingPath("$.spend.value")
                .isEqualTo(777);
    }

    private MvcTestResult get(String address) {
        return http.get().uri(address).with(owner()).exchange();
    }

    private MvcTestResult api(String address) {
        return http.get().uri(address).with(token()).exchange();
    }
}

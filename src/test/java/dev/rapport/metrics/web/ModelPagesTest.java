package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.owner;
import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.metrics.predictive.Fits;
import dev.rapport.platform.BusinessSettings;
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

/** The pages of the models, with data, without, and in both languages. */
@WebTest
class ModelPagesTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Fits fits;

    @Autowired
    private BusinessSettings business;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/numbers/clv/model",
                "/numbers/clv/customers",
                "/numbers/rfm",
                "/numbers/rfm/champions",
                "/numbers/acquisition",
                "/numbers/experiments",
                "/numbers/what-if"
            })
    void areThereInBothLanguagesWithDataAndWithout(String address) {
        assertThat(get(address)).hasStatusOk().bodyText().doesNotContain("??", "NaN");
        BusinessOfTwoYears.in(jdbc);
        assertThat(get(address)).hasStatusOk().bodyText().doesNotContain("??", "NaN");
        assertThat(http.get().uri(address).with(owner()).header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??", "NaN");
    }

    @Test
    void showWhatTheModelSupposedAndWhatHappened() {
        CdnowFacts.in(jdbc);
        assertThat(get("/numbers/clv/model?asOf=1998-06-30")).bodyText().contains("being fitted in the background");

        fits.of(LocalDate.of(1998, 6, 30));
        fits.of(LocalDate.of(1997, 9, 30));
        api("clv?asOf=1998-06-30");

        assertThat(get("/numbers/clv/model?asOf=1998-06-30"))
                .hasStatusOk()
                .bodyText()
                .contains("Fitted up to 30 Sep 1997", "made 1,882 repeat purchases", "0.2", "Worth less, or gone")
                .contains("/numbers/clv/customers?asOf=1998-06-30");
        assertThat(get("/numbers/clv/customers?asOf=1998-06-30"))
                .bodyText()
                .contains("/customers/", "Chance to buy again");
        assertThat(get("/numbers/clv?from=1997-07-01&to=1998-06-30"))
                .bodyText()
                .contains("The customers behind it", "Customers fitted", "5 · Predictive");
        assertThat(get("/numbers?from=1997-07-01&to=1998-06-30"))
                .bodyText()
                .contains("3 years at 10% a year · 2,357 customers");
    }

    @Test
    void keepCostsAndTakeThemBack() {
        BusinessOfTwoYears.in(jdbc);
        assertThat(http.post()
                        .uri("/numbers/acquisition/costs")
                        .with(owner())
                        .with(csrf())
                        .param("channel", "Autumn fair")
                        .param("amount", "1,200.50")
                        .param("spentOn", "2026-11-01"))
                .hasStatus3xxRedirection();
        assertThat(get("/numbers/acquisition")).bodyText().contains("1,200.50", "Autumn fair");
        long id = jdbc.sql("SELECT id FROM acquisition_cost").query(Long.class).single();
        assertThat(http.post()
                        .uri("/numbers/acquisition/costs/" + id + "/delete")
                        .with(owner())
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("SELECT count(*) FROM acquisition_cost")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 5, 2026-11-01",
        "Fair, -5, 2026-11-01",
        "Fair, much, 2026-11-01",
        "Fair, 5, 0001-01-01",
        "Fair, 5, soon"
    })
    void refuseCostsThatMakeNoSenseAndKeepWhatWasTyped(String channel, String amount, String day) {
        assertThat(http.post()
                        .uri("/numbers/acquisition/costs")
                        .with(owner())
                        .with(csrf())
                        .param("channel", channel)
                        .param("amount", amount)
                        .param("spentOn", day))
                .hasStatus(422)
                .bodyText()
                .contains("aria-invalid=\"true\"", "value=\"" + amount + "\"");
    }

    @Test
    void compareVersions() {
        assertThat(get("/numbers/experiments?trialsA=1000&successesA=120&trialsB=1000&successesB=145"))
                .hasStatusOk()
                .bodyText()
                .contains("95%", "Too few to tell them apart");
        assertThat(get("/numbers/experiments?trialsA=10&successesA=1&trialsB=10&successesB=3"))
                .bodyText()
                .contains("Too few to tell", "Fisher");
        assertThat(get("/numbers/experiments?trialsA=10&successesA=11&trialsB=10&successesB=3"))
                .hasStatus(422)
                .bodyText()
                .contains("More successes than tries", "value=\"11\"");
        assertThat(get("/numbers/experiments?baseline=50&expected=75&power=90&significance=5"))
                .bodyText()
                .contains("77 for each version");
        assertThat(get("/numbers/experiments?baseline=50&expected=50")).hasStatus(422);
    }

    @Test
    void playWithTheNumbers() {
        BusinessOfTwoYears.in(jdbc);
        assertThat(get("/numbers/what-if?retention=100&margin=500&discount=10&acquisitionCost=20"))
                .hasStatusOk()
                .bodyText()
                .contains("That is", "value=\"100\"");
        assertThat(get("/numbers/what-if?retention=101&margin=500&discount=10&acquisitionCost=20"))
                .hasStatus(422);
        assertThat(get("/numbers/rfm/nobody")).hasStatus(404);
    }

    @Test
    void showACustomersValueOnTheirPage() {
        BusinessOfTwoYears.in(jdbc);
        jdbc.sql("INSERT INTO customer_summary (customer_id) SELECT id FROM customer")
                .update();
        long id = jdbc.sql("SELECT customer_id FROM purchase ORDER BY purchased_on LIMIT 1")
                .query(Long.class)
                .single();
        assertThat(get("/customers/" + id)).hasStatusOk().bodyText().doesNotContain("Chance to buy again");
        FitOfToday.in(jdbc, business);
        assertThat(get("/customers/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("Chance to buy again", "Revenue in 36 months");
    }

    private MvcTestResult get(String address) {
        return http.get().uri(address).with(owner()).exchange();
    }

    private MvcTestResult api(String address) {
        return http.get().uri("/api/v1/metrics/" + address).with(token()).exchange();
    }
}

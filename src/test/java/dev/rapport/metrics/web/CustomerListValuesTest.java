package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.owner;
import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metrics.predictive.CustomerValue;
import dev.rapport.metrics.predictive.CustomerValues;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.Statements;
import dev.rapport.testing.WebTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What each customer is expected to bring, in the list of customers. */
@WebTest
class CustomerListValuesTest {

    private static final Pattern CELLS = Pattern.compile("<t[hd][ >]");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CustomerValues values;

    @Autowired
    private BusinessSettings business;

    @BeforeEach
    void twoYears() {
        BusinessOfTwoYears.in(jdbc);
        jdbc.sql("INSERT INTO customer_summary (customer_id) SELECT id FROM customer")
                .update();
    }

    @Test
    void standsInNoColumnWithoutAFit() {
        assertThat(text("/customers")).doesNotContain("Will buy again", "Expected value", "??");
    }

    @Test
    void saysWhatTheCustomersOwnPageSays() {
        FitOfToday.in(jdbc, business);
        String list = text("/customers");
        long id = buyerIn(list);
        CustomerValue value = values.of(id).orElseThrow();
        String page = text("/customers/" + id);

        assertThat(list)
                .contains("Will buy again", "Expected value", "in 36 months, by the fit as of")
                .contains("href=\"/customers/" + id + "#value-title\"", "/numbers/clv/customers")
                .containsPattern("\\d \\u2013 \\$\\d")
                .doesNotContain("??", "NaN");
        assertThat(page).contains("id=\"value-title\"", "How it comes about", "Chance = 1 ÷ (1 + a ÷ (b");
        assertThat(value.low()).isLessThan(value.revenue());
        assertThat(value.high()).isGreaterThan(value.revenue());
        assertThat(list).contains(">" + Math.round(value.alivePercent().doubleValue()) + "%<");
    }

    @Test
    void saysOfWhoHasBoughtOnceThatTheyHave() {
        FitOfToday.in(jdbc, business);
        long id = jdbc.sql("SELECT id FROM customer WHERE id NOT IN (SELECT customer_id FROM purchase) LIMIT 1")
                .query(Long.class)
                .single();
        jdbc.sql("""
                INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                VALUES (?, ?, 10, 'USD', 1, 10, now())
                """).params(id, business.today().minusDays(40)).update();
        assertThat(text("/customers")).contains("bought once<");
    }

    @Test
    void saysNothingOfWhoHasBoughtNothing() {
        FitOfToday.in(jdbc, business);
        long id = jdbc.sql("SELECT id FROM customer WHERE id NOT IN (SELECT customer_id FROM purchase) LIMIT 1")
                .query(Long.class)
                .single();
        assertThat(values.of(id)).isEmpty();
        assertThat(text("/customers")).doesNotContain("/customers/" + id + "#value-title");
    }

    @Test
    void asksOnceHoweverManyThereAre() {
        FitOfToday.in(jdbc, business);
        assertThat(Statements.of(() -> text("/customers"))).hasSize(2);
        assertThat(Statements.of(() -> text("/customers?stage=LOST"))).hasSize(2);
        assertThat(Statements.of(() -> text("/customers?stage=AWARENESS"))).hasSize(1);
    }

    @Test
    void givesEveryPageOfTheListTheSameColumns() {
        FitOfToday.in(jdbc, business);
        jdbc.sql("DELETE FROM purchase WHERE customer_id > (SELECT min(id) + 60 FROM customer)")
                .update();
        String first = text("/customers?sort=-added");
        String next = first.replaceAll("(?s).*href=\"(/customers\\?[^\"]*after=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(columns(text(next))).isEqualTo(columns(first)).isEqualTo(9);
    }

    @Test
    void speaksChinese() {
        FitOfToday.in(jdbc, business);
        assertThat(http.get().uri("/customers").with(owner()).header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN"))
                .bodyText()
                .contains("再次购买", "预期价值", "个月内预期带来的收入", "预期 ")
                .doesNotContain("??");
    }

    @Test
    void leavesTheListByApiAsItWas() {
        String before = api();
        FitOfToday.in(jdbc, business);
        assertThat(api()).isEqualTo(before).doesNotContain("alive", "clv", "expected");
    }

    private long columns(String page) {
        String row = page.substring(page.indexOf("<tbody"), page.indexOf("</tr>", page.indexOf("<tbody")));
        return CELLS.matcher(row).results().count();
    }

    private static long buyerIn(String list) {
        return Long.parseLong(list.replaceAll("(?s).*?/customers/(\\d+)#value-title.*", "$1"));
    }

    private String api() {
        MvcTestResult answer =
                http.get().uri("/api/v1/customers?limit=5").with(token()).exchange();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private String text(String uri) {
        MvcTestResult answer = http.get().uri(uri).with(owner()).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}

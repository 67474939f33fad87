package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.testing.WebTest;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What winning customers costs, over facts of one month: two of three from the fair bought, one of the web did. */
@WebTest
class AcquisitionApiTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aMonth() {
        buy(customer("A", "Fair"), "2026-03-10", 120);
        buy(customer("B", "fair"), "2026-03-12", 120);
        customer("C", "Fair");
        buy(customer("D", "Web"), "2026-04-12", 60);
        cost("FAIR", "2026-03-01", 300);
        cost("Fair", "2026-05-01", 999);
    }

    @Test
    void tellsTheChannelsApart() {
        JsonNode found = get("acquisition?from=2026-03-01&to=2026-03-31");
        value(found, "conversion", 75 - 25);
        assertThat(found.get("conversion").get("inputs").get("leads").asLong()).isEqualTo(4);
        value(found, "cac", 150);
        value(found, "cpl", 75);
        JsonNode fair = found.get("channels").get(0);
        assertThat(fair.get("channel").asString()).isEqualToIgnoringCase("fair");
        assertThat(fair.get("conversion").get("value").asDouble()).isCloseTo(200 / 3.0, within(1e-9));
        value(fair, "cac", 150);
        value(fair, "paybackMonths", 150 / (10 * marginOfBusiness()));
        JsonNode web = found.get("channels").get(1);
        assertThat(web.get("cac").get("value").isNull()).isTrue();
        assertThat(web.get("cac").get("reason").asString()).isEqualTo("No costs entered for this period");
    }

    @Test
    void isAboutAGroupAndAsOfADay() {
        value(get("acquisition?from=2026-03-01&to=2026-03-31&group=channel:fair"), "cac", 150);
        assertThat(get("acquisition?from=2026-03-01&to=2026-03-31&group=stage:PURCHASE")
                        .get("cac")
                        .get("value")
                        .isNull())
                .isTrue();
        value(get("acquisition?from=2026-03-01&to=2026-04-30&asOf=2026-03-31"), "conversion", 50);
        value(get("acquisition?from=2026-03-01&to=2026-04-30"), "conversion", 75);
    }

    @Test
    void whoBoughtBeforeTheyWereNotedEnteredWhenTheyBought() {
        buy(customer("E", "Fair"), "2026-01-10", 10);
        assertThat(get("acquisition?from=2026-01-01&to=2026-01-31")
                        .get("leads")
                        .get("value")
                        .asInt())
                .isEqualTo(1);
        value(get("acquisition?from=2026-03-01&to=2026-03-31"), "leads", 4);
    }

    @Test
    void whoOnlyBroughtSomethingBackEarnsNothingOnAverage() {
        long back = customer("F", "Fair");
        buy(back, "2024-03-01", 60);
        buy(back, "2026-03-20", -60);
        JsonNode fair =
                get("acquisition?from=2026-03-01&to=2026-03-31").get("channels").get(0);
        // 120 + 120 − 60 of the two who bought in the year, by month
        value(fair, "paybackMonths", 150 / (7.5 * marginOfBusiness()));
    }

    private double marginOfBusiness() {
        JsonNode payback = get("acquisition?from=2026-03-01&to=2026-03-31").get("paybackMonths");
        return payback.get("inputs").get("grossMargin").asDouble();
    }

    private static void value(JsonNode found, String figure, double expected) {
        assertThat(found.get(figure).get("value").asDouble()).as(figure).isCloseTo(expected, within(1e-9));
    }

    private long customer(String name, String source) {
        return jdbc.sql("""
                        INSERT INTO customer (name, source, sort_key, stage, acquired_on, created_at)
                        VALUES (?, ?, ''::bytea, 'PURCHASE', '2026-03-05', now()) RETURNING id
                        """).params(name, source).query(Long.class).single();
    }

    private void buy(long customer, String day, int amount) {
        jdbc.sql("""
                        INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                        VALUES (?, ?::date, ?, 'USD', 1, ?, now())
                        """).params(customer, day, amount, amount).update();
    }

    private void cost(String channel, String day, int amount) {
        jdbc.sql("INSERT INTO acquisition_cost (channel, spent_on, amount, created_at) VALUES (?, ?::date, ?, now())")
                .params(channel, day, amount)
                .update();
    }

    private JsonNode get(String address) {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(http.get()
                            .uri("/api/v1/metrics/" + address)
                            .with(token())
                            .exchange()
                            .getResponse()
                            .getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

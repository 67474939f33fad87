package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.metrics.formula.ReferenceValues;
import dev.rapport.testing.WebTest;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of purchases and refunds on their way to x, tx, T and m. */
@WebTest
class BuyersApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void areSummarisedAsTheLibraryDoes() {
        JsonNode reference = ReferenceValues.of("rfm-summary-small");
        Map<String, Long> customers = new HashMap<>();
        for (JsonNode row : reference.get("inputs").get("transactions")) {
            long id = customers.computeIfAbsent(row.get(0).asString(), this::customer);
            buy(id, row.get(1).asString(), row.get(2).asInt(), null);
        }
        String[] lines = body("clv/customers?asOf="
                        + reference.get("inputs").get("end").asString())
                .split("\n");
        JsonNode expected = reference.get("expected");
        assertThat(lines).hasSize(expected.size());
        for (int i = 0; i < lines.length; i++) {
            JsonNode found = JSON.readTree(lines[i]);
            JsonNode row = expected.get(i);
            assertThat(found.get("externalId").asString()).isEqualTo(row.get(0).asString());
            assertThat(found.get("x").asInt()).isEqualTo(row.get(1).asInt());
            assertThat(7 * found.get("tx").asDouble()).isCloseTo(row.get(2).asDouble(), within(1e-9));
            assertThat(7 * found.get("T").asDouble()).isCloseTo(row.get(3).asDouble(), within(1e-9));
            assertThat(found.get("m").asDouble()).isCloseTo(row.get(4).asDouble(), within(1e-9));
        }
    }

    @Test
    void areNoLineWhereThereAreNone() {
        customer("nobody yet");
        assertThat(body("clv/customers?asOf=1999-12-31")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "annualDiscountRate, 1e999999999",
        "annualDiscountRate, 1e-999999999",
        "annualDiscountRate, -1",
        "annualDiscountRate, NaN",
        "horizonMonths, 0",
        "horizonMonths, 601",
        "horizonMonths, 1.5",
        "asOf, 2026-02-30",
        "group, cohort:2026-13",
    })
    void refuseWhatMakesNoSense(String field, String value) {
        assertThat(get("clv/customers?" + field + "=" + value))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void mergesDaysAndTakesRefundsOffFromTheirOwnDateOn() {
        long ada = customer("ada");
        buy(ada, "2026-01-01", 10, null);
        long second = buy(ada, "2026-01-15", 40, null);
        buy(ada, "2026-01-15", 20, null);
        long third = buy(ada, "2026-02-05", 30, null);
        buy(ada, "2026-02-10", -10, second);
        buy(ada, "2026-02-20", -30, third);
        buy(ada, "2026-03-01", -50, null);

        assertThat(of("2026-02-09")).containsExactly(2.0, 5.0, 39 / 7.0, 45.0);
        assertThat(of("2026-02-10")).containsExactly(2.0, 5.0, 40 / 7.0, 40.0);
        assertThat(of("2026-02-20")).containsExactly(1.0, 2.0, 50 / 7.0, 50.0);
    }

    @Test
    void aPurchaseDayOfNothingStaysOne() {
        long ada = customer("ada");
        buy(ada, "2026-01-01", 10, null);
        buy(ada, "2026-01-08", 0, null);
        assertThat(of("2026-01-15")).containsExactly(1.0, 1.0, 2.0, 0.0);
        buy(ada, "2026-01-10", -10, null);
        assertThat(of("2026-01-15")).as("lowers the latest day, which goes").containsExactly(0.0, 0.0, 2.0, 0.0);
    }

    @Test
    void anAmountOfAnotherCurrencyIsRoundedOnDisplayOnly() {
        assertThat(http.post()
                        .uri("/api/v1/customers")
                        .with(token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"Ada\",\"externalId\":\"ada\"}"))
                .hasStatus(201);
        long ada = jdbc.sql("SELECT id FROM customer").query(Long.class).single();
        buy(ada, "2026-01-01", 10, null);
        assertThat(
                        http.post()
                                .uri("/api/v1/customers/" + ada + "/purchases")
                                .with(token())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"purchasedOn\":\"2026-01-08\",\"amount\":33.33,\"currency\":\"CHF\",\"rate\":0.8765}"))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.baseAmount")
                .isEqualTo(29.213745);
        assertThat(of("2026-01-15")).containsExactly(1.0, 1.0, 2.0, 29.213745);
        assertThat(jdbc.sql("SELECT revenue FROM customer_summary WHERE customer_id = ?")
                        .param(ada)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("39.213745");
    }

    @Test
    void aDayThatOldRoundingLeftAHairOfIsGone() {
        long ada = customer("ada");
        buy(ada, "2026-01-01", 10, null);
        long rounded = inFrancs(ada, "2026-01-08", "33.35", "29.2313", null); // 29.231275 by the rule of then
        inFrancs(ada, "2026-01-09", "-33.35", "-29.231275", rounded);
        assertThat(of("2026-01-15")).containsExactly(0.0, 0.0, 2.0, 0.0);
    }

    /** What is left of days and amounts was worked out by hand from the definition, refund by refund. */
    @Test
    void aRefundThatNamesNoPurchaseLowersTheLatestEarlierDayThatIsLeft() {
        long ada = customer("ada");
        buy(ada, "2026-01-01", 50, null);
        buy(ada, "2026-01-08", 40, null);
        buy(ada, "2026-01-15", 30, null);
        buy(ada, "2026-01-15", -10, null);
        assertThat(of("2026-01-15")).as("not its own day").containsExactly(2.0, 2.0, 2.0, 30.0);
        buy(ada, "2026-01-16", -30, null);
        assertThat(of("2026-01-22")).as("the 15th goes").containsExactly(1.0, 1.0, 3.0, 30.0);
        buy(ada, "2026-01-17", -5, null);
        assertThat(of("2026-01-22")).as("and is no day any more").containsExactly(1.0, 1.0, 3.0, 25.0);
        buy(ada, "2026-01-18", -500, null);
        assertThat(of("2026-01-22"))
                .as("more than was bought takes one day only")
                .containsExactly(0.0, 0.0, 3.0, 0.0);
        buy(ada, "2026-01-20", 7, null);
        assertThat(of("2026-01-22")).containsExactly(1.0, 19 / 7.0, 3.0, 7.0);
        buy(ada, "2026-01-19", -50, null);
        assertThat(of("2026-01-22")).as("the 20th is the first day left").containsExactly(0.0, 0.0, 2 / 7.0, 0.0);
        assertThat(of("2026-01-16")).as("as it was known then").containsExactly(1.0, 1.0, 15 / 7.0, 30.0);
    }

    @Test
    void ofTwoRefundsOnADayTheOneThatNamesItsPurchaseComesFirst() {
        long ada = customer("ada");
        buy(ada, "2026-01-01", 50, null);
        buy(ada, "2026-01-05", 30, null);
        long last = buy(ada, "2026-01-08", 40, null);
        buy(ada, "2026-01-10", -20, null);
        buy(ada, "2026-01-10", -40, last);
        assertThat(of("2026-01-15"))
                .as("the 8th goes, then the 5th is lowered")
                .containsExactly(1.0, 4 / 7.0, 2.0, 10.0);
    }

    @Test
    void aRefundWithoutAnEarlierDayLowersItsOwnOrNone() {
        long ada = customer("ada");
        buy(ada, "2026-01-01", -5, null);
        buy(ada, "2026-01-08", 40, null);
        buy(ada, "2026-01-15", 20, null);
        assertThat(of("2026-01-15")).as("before any purchase").containsExactly(1.0, 1.0, 1.0, 20.0);
        long bob = customer("bob");
        buy(bob, "2026-01-02", 40, null);
        buy(bob, "2026-01-02", -40, null);
        assertThat(body("clv/customers?asOf=2026-01-02"))
                .as("bought and brought back")
                .isBlank();
    }

    private double[] of(String day) {
        JsonNode line = JSON.readTree(body("clv/customers?asOf=" + day));
        return new double[] {
            line.get("x").asDouble(),
            line.get("tx").asDouble(),
            line.get("T").asDouble(),
            line.get("m").asDouble()
        };
    }

    private long customer(String externalId) {
        return jdbc.sql("""
                        INSERT INTO customer (name, external_id, sort_key, stage, acquired_on, created_at)
                        VALUES (:id, :id, ''::bytea, 'PURCHASE', '2020-01-01', now()) RETURNING id
                        """).param("id", externalId).query(Long.class).single();
    }

    private long buy(long customer, String day, int amount, Long refundOf) {
        return jdbc.sql("""
                        INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, refund_of, created_at)
                        VALUES (:customer, :day::date, :amount, 'USD', 1, :amount, :refund::bigint, now()) RETURNING id
                        """)
                .param("customer", customer)
                .param("day", day)
                .param("amount", amount)
                .param("refund", refundOf == null ? null : refundOf.toString())
                .query(Long.class)
                .single();
    }

    private long inFrancs(long customer, String day, String amount, String base, Long refundOf) {
        return jdbc.sql("""
                        INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, refund_of, created_at)
                        VALUES (:customer, :day::date, :amount::numeric, 'CHF', 0.8765, :base::numeric, :refund::bigint, now())
                        RETURNING id
                        """)
                .param("customer", customer)
                .param("day", day)
                .param("amount", amount)
                .param("base", base)
                .param("refund", refundOf == null ? null : refundOf.toString())
                .query(Long.class)
                .single();
    }

    private String body(String address) {
        try {
            return get(address).getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult get(String address) {
        return http.get().uri("/api/v1/metrics/" + address).with(token()).exchange();
    }
}

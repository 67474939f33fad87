package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.metrics.formula.ReferenceValues;
import dev.rapport.testing.WebTest;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The models fitted to stored purchases, against what was published of the same customers. */
@WebTest
class PredictiveApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void readsAndFitsCdnowAsPublished() throws IOException {
        CdnowFacts.in(jdbc);

        MvcTestResult answer =
                get("clv/customers?asOf=1997-09-30&horizonMonths=12&annualDiscountRate=0.126825030131969720661201");
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith(new MediaType("application", "x-ndjson"));
        Map<String, JsonNode> customers = new HashMap<>();
        answer.getResponse()
                .getContentAsString()
                .lines()
                .map(JSON::readTree)
                .forEach(line -> customers.put(line.get("externalId").asString(), line));
        assertThat(customers).hasSize(2357);
        List<String> reference =
                Files.readAllLines(ReferenceValues.file("cdnow_customers_summary_with_transactions.csv"));
        List<String> ids = customers.keySet().stream().sorted().toList();
        for (int i = 0; i < ids.size(); i++) {
            String[] cells = reference.get(i + 1).split(",");
            JsonNode found = customers.get(ids.get(i));
            assertThat(found.get("x").asInt()).isEqualTo((int) Double.parseDouble(cells[1]));
            near(found.get("tx"), cells[2]);
            near(found.get("T"), cells[3]);
            near(found.get("m"), cells[4]);
            assertThat(found.get("pAlive").asDouble()).isBetween(0.0, 1.0);
        }
        summarisesAsPublished(List.copyOf(customers.values()));
        assertThat(customers.get(ids.get(0)).get("clv").asDouble()).isCloseTo(36.29, within(0.2));

        JsonNode clv = json(get("clv?asOf=1997-09-30"));
        JsonNode inputs = clv.get("predictive").get("inputs");
        close(inputs, "r", 0.243, 0.001);
        close(inputs, "alpha", 4.414, 0.01);
        close(inputs, "a", 0.793, 0.002);
        close(inputs, "b", 2.426, 0.01);
        close(inputs, "logLikelihood", -9582.4, 0.2);
        close(inputs, "p", 6.25, 0.01);
        close(inputs, "q", 3.74, 0.01);
        close(inputs, "v", 15.44, 0.01);
        assertThat(inputs.get("n").asLong()).isEqualTo(2357);
        assertThat(clv.get("shown").asString()).isEqualTo("predictive");
        assertThat(clv.get("predictive").get("asOf").asString()).isEqualTo("1997-09-30");
        assertThat(clv.get("predictive").get("interval").get("low").asDouble())
                .isLessThan(clv.get("predictive").get("value").asDouble());
        assertThat(jdbc.sql("SELECT count(*) FROM clv_fit").query(Long.class).single())
                .isEqualTo(1);
    }

    private static void summarisesAsPublished(List<JsonNode> customers) {
        JsonNode expected = ReferenceValues.of("rfm-summary-cdnow").get("expected");
        assertThat(customers.stream().mapToInt(one -> one.get("x").asInt()).sum())
                .isEqualTo(expected.get("sum_x").asInt());
        assertThat(customers.stream().filter(one -> one.get("x").asInt() == 0))
                .hasSize(expected.get("x0").asInt());
        JsonNode money = expected.get("monetary_value_x_gt_0");
        double[] spent = customers.stream()
                .filter(one -> one.get("x").asInt() > 0)
                .mapToDouble(one -> one.get("m").asDouble())
                .sorted()
                .toArray();
        assertThat(spent).hasSize(money.get("count").asInt());
        assertThat(DoubleStream.of(spent).average().orElseThrow())
                .isCloseTo(money.get("mean").asDouble(), within(0.5));
        assertThat((spent[472] + spent[473]) / 2).isCloseTo(money.get("median").asDouble(), within(0.5));
        assertThat(spent[0]).isCloseTo(money.get("min").asDouble(), within(0.5));
        assertThat(spent[spent.length - 1]).isCloseTo(money.get("max").asDouble(), within(0.5));
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(json(get("clv")).get("predictive").get("reason").asString())
                .startsWith("Not enough data: 0 customers");
        assertThat(get("clv/customers")).hasStatusOk().bodyText().isBlank();
        customerWhoBought("ada");
        JsonNode clv = json(get("clv"));
        assertThat(clv.get("shown").asString()).isEqualTo("discounted");
        assertThat(clv.get("predictive").get("value").isNull()).isTrue();
        JsonNode line = JSON.readTree(body("clv/customers?asOf=2026-02-01"));
        assertThat(line.get("clv").isNull()).isTrue();
        assertThat(line.get("reason").asString()).startsWith("Not enough data");
    }

    @Test
    void fitsAnewOnlyWhereTheDataChanged() {
        BusinessOfTwoYears.in(jdbc);
        long first = json(get("clv"))
                .get("predictive")
                .get("inputs")
                .get("dataVersion")
                .asLong();
        assertThat(json(get("clv"))
                        .get("predictive")
                        .get("inputs")
                        .get("dataVersion")
                        .asLong())
                .isEqualTo(first);
        String fitted = fittedAt();
        buy(customer("new"), "2026-01-01", 10, null);
        assertThat(json(get("clv"))
                        .get("predictive")
                        .get("inputs")
                        .get("dataVersion")
                        .asLong())
                .isGreaterThan(first);
        assertThat(fittedAt()).isNotEqualTo(fitted);
        JsonNode group = json(get("clv?group=channel:Search")).get("predictive");
        assertThat(group.get("n").asLong()).isBetween(1L, 119L);
    }

    private String fittedAt() {
        return jdbc.sql("SELECT max(id)::text FROM clv_fit").query(String.class).single();
    }

    private void customerWhoBought(String externalId) {
        buy(customer(externalId), "2026-01-01", 10, null);
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

    private static void near(JsonNode found, String expected) {
        assertThat(found.asDouble()).isCloseTo(Double.parseDouble(expected.strip()), within(0.0051));
    }

    private static void close(JsonNode inputs, String name, double expected, double tolerance) {
        assertThat(inputs.get(name).asDouble()).as(name).isCloseTo(expected, within(tolerance));
    }

    private JsonNode json(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        try {
            return JSON.readTree(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
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

package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metrics.formula.ReferenceValues;
import dev.rapport.testing.WebTest;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scores and segments over stored orders, against the package rfm. */
@WebTest
class RfmApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void scoresAllCustomersAsThePackageDoes() throws IOException {
        orders();
        Map<String, JsonNode> customers = new HashMap<>();
        String next = "";
        do {
            JsonNode page = get("rfm/customers?asOf=2006-12-31&limit=200" + next);
            page.get("items")
                    .forEach(item -> customers.put(item.get("externalId").asString(), item));
            next = page.get("next").isNull()
                    ? null
                    : "&after=" + page.get("next").asString();
        } while (next != null);

        assertThat(customers).hasSize(995);
        for (String line : lines("rfm_orders_reference.csv")) {
            String[] cells = line.split(",");
            JsonNode found = customers.get(cells[0]);
            assertThat(found.get("score").asInt()).as(line).isEqualTo(Integer.parseInt(cells[7]));
            assertThat(found.get("recency").asInt()).isEqualTo(Integer.parseInt(cells[1]));
            assertThat(found.get("frequency").asInt()).isEqualTo(Integer.parseInt(cells[2]));
        }

        JsonNode board = get("rfm?asOf=2006-12-31");
        int[] expected = {139, 98, 104, 99, 55, 53, 30, 137, 22, 147, 111};
        for (int i = 0; i < expected.length; i++) {
            assertThat(board.get("value").get(i).get("customers").asInt()).isEqualTo(expected[i]);
        }
        assertThat(board.get("value").get(0).get("segment").asString()).isEqualTo("Champions");
        assertThat(board.get("n").asInt()).isEqualTo(995);
        assertThat(get("rfm/customers?asOf=2006-12-31&segment=Cannot Lose Them&limit=200")
                        .get("items")
                        .size())
                .isEqualTo(22);
    }

    /** Of two people type 7 cuts at 20, 40, 60 and 80 % of the way, plus 1: a refund is no purchase and later ones don't count. */
    @Test
    void aRefundLowersTheAmountAndNothingElse() {
        jdbc.sql("""
                        INSERT INTO customer (name, external_id, sort_key, stage, acquired_on, created_at)
                        SELECT id, id, ''::bytea, 'PURCHASE', '2000-01-01', now() FROM unnest(ARRAY['ada', 'bob', 'cy']) id
                        """).update();
        jdbc.sql("""
                        INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                        SELECT c.id, r.day::date, r.amount, 'USD', 1, r.amount, now()
                        FROM (VALUES ('ada', '2026-01-01', 100), ('ada', '2026-03-01', -40), ('bob', '2026-03-11', 10),
                                     ('bob', '2026-03-11', 20), ('bob', '2026-04-01', 500), ('cy', '2026-04-01', 1))
                             AS r (who, day, amount) JOIN customer c ON c.external_id = r.who
                        """).update();
        JsonNode items = get("rfm/customers?asOf=2026-03-31").get("items");
        assertThat(items.valueStream()
                        .map(item -> item.get("externalId").asString() + " "
                                + item.get("recency").asInt() + " "
                                + item.get("frequency").asInt() + " "
                                + item.get("amount").asInt() + " "
                                + item.get("score").asInt() + " "
                                + item.get("segment").asString()))
                .containsExactly("ada 89 1 60 115 Cannot Lose Them", "bob 20 2 30 511 New Customers");
        JsonNode cuts = get("rfm?asOf=2026-03-31").get("inputs");
        assertThat(cuts.get("recency").toString()).isEqualTo("[34.8,48.6,62.4,76.2]");
        assertThat(cuts.get("amount").toString()).isEqualTo("[37,43,49,55]");
    }

    @Test
    void isEmptyWithoutPurchases() {
        assertThat(get("rfm").get("n").asInt()).isZero();
        assertThat(get("rfm").get("value").size()).isEqualTo(11);
        assertThat(get("rfm/customers").get("items").size()).isZero();
    }

    private void orders() throws IOException {
        List<String[]> rows = lines("rfm_data_orders.csv").stream()
                .map(line -> line.split(","))
                .toList();
        jdbc.sql("""
                        INSERT INTO customer (name, external_id, sort_key, stage, acquired_on, created_at)
                        SELECT id, id, convert_to(id, 'UTF8'), 'PURCHASE', '2000-01-01', now() FROM unnest(?::text[]) id
                        """)
                .param(rows.stream().map(row -> row[0]).distinct().toArray(String[]::new))
                .update();
        jdbc.sql("""
                        INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                        SELECT c.id, r.day::date, r.amount::numeric, 'USD', 1, r.amount::numeric, now()
                        FROM unnest(?::text[], ?::text[], ?::text[]) r (who, day, amount) JOIN customer c ON c.external_id = r.who
                        """)
                .param(rows.stream().map(row -> row[0]).toArray(String[]::new))
                .param(rows.stream().map(row -> row[1]).toArray(String[]::new))
                .param(rows.stream().map(row -> row[2]).toArray(String[]::new))
                .update();
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(ReferenceValues.file(file)).stream()
                .skip(1)
                .map(line -> line.replace("\"", ""))
                .toList();
    }

    private JsonNode get(String address) {
        try {
            return JSON.readTree(http.get()
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

package dev.rapport.purchase.web;

import static dev.rapport.testing.Accounts.owner;
import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerMother;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.testing.NaughtyStrings;
import dev.rapport.testing.Statements;
import dev.rapport.testing.WebTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Hostile texts in every field of purchases, products, rates and answers; and that pages don't ask more as data grow. */
@WebTest
class NaughtySalesTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private CustomerService customers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    private long marta;

    @BeforeEach
    void aCustomer() {
        marta = customers
                .register(CustomerMother.named("Marta"), Contacts.NONE, LifecycleStage.PURCHASE)
                .id();
    }

    private MvcTestResult form(String path, Map<String, String> params) {
        var request = http.post().uri(path).with(owner()).with(csrf());
        for (Map.Entry<String, String> param : params.entrySet()) {
            request = request.param(param.getKey(), param.getValue());
        }
        return request.exchange();
    }

    private MvcTestResult api(String path, Map<String, Object> body) {
        return http.post()
                .uri(path)
                .with(token())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }

    private String get(String path) {
        MvcTestResult page = http.get().uri(path).with(owner()).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void assertNoFault(MvcTestResult answer, String text) {
        assertThat(answer.getResponse().getStatus()).as(text).isLessThan(500);
    }

    @Test
    void everyFieldOfEveryFormStandsHostileTexts() {
        String purchases = "/customers/" + marta + "/purchases";
        for (String text : NaughtyStrings.all()) {
            for (String field : new String[] {"amount", "currency", "rate", "cost", "purchasedOn", "version"}) {
                Map<String, String> params =
                        new java.util.HashMap<>(Map.of("amount", "1", "purchasedOn", "2026-03-05"));
                params.put(field, text);
                assertNoFault(form(purchases, params), field + ": " + text);
            }
            assertNoFault(form("/products", Map.of("name", "Bag", "price", text)), text);
            assertNoFault(form("/settings/rates", Map.of("lines", text)), text);
            assertNoFault(form("/customers/" + marta + "/answers", Map.of("survey", "NPS", "nps", text)), text);
        }
    }

    @Test
    void textsAreStoredAndShownAsTyped() {
        for (String text : NaughtyStrings.all()) {
            MvcTestResult made = api(
                    "/api/v1/customers/" + marta + "/purchases",
                    Map.of("purchasedOn", "2026-03-05", "amount", 1, "product", text, "note", text));
            assertThat(made).as(text).hasStatus(201);
            var stored = json.readTree(made.getResponse().getContentAsByteArray());
            if (!text.isBlank()) {
                assertThat(stored.path("note").asString()).isEqualTo(text.replace("\r\n", "\n"));
            }
            MvcTestResult answer = api(
                    "/api/v1/customers/" + marta + "/answers",
                    Map.of("survey", "NPS", "score", 9, "answeredOn", "2026-03-05", "comment", text));
            assertThat(answer).as(text).hasStatus(201);
        }
        String page = get("/customers/" + marta) + get("/products");
        assertThat(page).doesNotContain("<script>alert", "onerror=alert", "<img src=x");
    }

    @Test
    void pagesAskTheSameOfManyRowsAsOfOne() {
        sell(1);
        get("/products");
        int products = Statements.of(() -> get("/products")).size();
        int edit = Statements.of(() -> get("/purchases/1/edit")).size();
        int store = Statements.of(() -> sell(1)).size();
        sell(30);
        assertThat(Statements.of(() -> get("/products"))).hasSize(products).hasSizeLessThanOrEqualTo(2);
        assertThat(Statements.of(() -> get("/purchases/1/edit"))).hasSize(edit).hasSizeLessThanOrEqualTo(5);
        assertThat(Statements.of(() -> sell(1))).hasSize(store);
        assertThat(jdbc.sql("SELECT count(*) FROM product").query(Long.class).single())
                .isEqualTo(33);
    }

    private void sell(int times) {
        for (int i = 0; i < times; i++) {
            long n = jdbc.sql("SELECT count(*) FROM product").query(Long.class).single();
            assertThat(form(
                            "/customers/" + marta + "/purchases",
                            Map.of("amount", "1", "purchasedOn", "2026-03-05", "product", "Product " + n)))
                    .hasStatus3xxRedirection();
        }
    }
}

package dev.rapport.purchase.web;

import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerMother;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.testing.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class PurchaseApiTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private CustomerService customers;

    @Autowired
    private JdbcClient jdbc;

    private String purchasesOfMarta;

    @BeforeEach
    void aCustomer() {
        long marta = customers
                .register(CustomerMother.of("Marta Bianchi", "Studio Nord"), Contacts.NONE, LifecycleStage.PURCHASE)
                .id();
        purchasesOfMarta = "/api/v1/customers/" + marta + "/purchases";
    }

    private MvcTestResult send(HttpMethod method, String uri, String body) {
        return http.method(method)
                .uri(uri)
                .with(token())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();
    }

    private MvcTestResult post(String uri, String body) {
        return send(HttpMethod.POST, uri, body);
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).with(token()).exchange();
    }

    @Test
    void storesAndAnswersTheWholeObject() {
        MvcTestResult made = post(
                purchasesOfMarta,
                "{'purchasedOn': '2026-03-05', 'amount': 1234567890.1234, 'product': 'Bag', 'cost': 12.5}");
        assertThat(made).hasStatus(201).headers().hasValue("Location", "/api/v1/purchases/1");
        assertThat(made).bodyJson().isLenientlyEqualTo("""
                {"id": 1, "customerId": 1, "purchasedOn": "2026-03-05", "amount": 1234567890.1234, "currency": "USD", "rate": 1,
                 "baseAmount": 1234567890.1234, "cost": 12.5, "product": "Bag", "refundOf": null}""");
        assertThat(made).bodyText().contains("1234567890.1234");
        assertThat(get("/api/v1/purchases/1")).hasStatusOk();
        assertThat(post(purchasesOfMarta, "{'purchasedOn': '2026-03-06', 'amount': -0.1234, 'refundOf': 1}"))
                .hasStatus(201)
                .bodyJson()
                .isLenientlyEqualTo("{\"refundOf\": 1, \"amount\": -0.1234}");
        assertThat(get(purchasesOfMarta + "?limit=1"))
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [{\"id\": 2}]}")
                .extractingPath("$.next")
                .isNotNull();
    }

    @Test
    void changesOnlyWhatIsSaid() {
        post(
                purchasesOfMarta,
                "{'purchasedOn': '2026-03-05', 'amount': 10, 'currency': 'EUR', 'rate': 2, 'product': 'Bag'}");
        assertThat(send(HttpMethod.PATCH, "/api/v1/purchases/1", "{'amount': 20}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"amount": 20, "rate": 2, "baseAmount": 40, "product": "Bag", "purchasedOn": "2026-03-05"}""");
        assertThat(send(HttpMethod.PATCH, "/api/v1/purchases/1", "{'currency': 'USD', 'product': ''}"))
                .bodyJson()
                .isLenientlyEqualTo("{\"rate\": 1, \"baseAmount\": 20, \"product\": null}");
        assertThat(send(HttpMethod.PATCH, "/api/v1/purchases/1", "{'version': 0, 'amount': 1}"))
                .hasStatus(409);
        assertThat(http.delete().uri("/api/v1/purchases/1").with(token()).exchange())
                .hasStatus(204);
        assertThat(get("/api/v1/purchases/1")).hasStatus(404);
        assertThat(http.delete().uri("/api/v1/purchases/1").with(token()).exchange())
                .hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'amount': 1} | purchasedOn",
                "{'purchasedOn': '2026-03-05'} | amount",
                "{'purchasedOn': '2026-02-30', 'amount': 1} | purchasedOn",
                "{'purchasedOn': '+12026-02-03', 'amount': 1} | purchasedOn",
                "{'purchasedOn': '2026-03-05', 'amount': 'x'} | amount",
                "{'purchasedOn': '2026-03-05', 'amount': 1000000000000000} | amount",
                "{'purchasedOn': '2026-03-05', 'amount': 1e400} | amount",
                "{'purchasedOn': '2026-03-05', 'amount': 0.00001} | amount",
                "{'purchasedOn': '2026-03-05', 'amount': 1, 'cost': 1e15} | cost",
                "{'purchasedOn': '2026-03-05', 'amount': 1, 'currency': 'EUR'} | rate",
                "{'purchasedOn': '2026-03-05', 'amount': 1, 'currency': 'EUR', 'rate': 0} | rate",
                "{'purchasedOn': '2026-03-05', 'amount': 1, 'currency': 'EUR', 'rate': -1} | rate",
                "{'purchasedOn': '2026-03-05', 'amount': 1e14, 'currency': 'EUR', 'rate': 100} | amount",
                "{'purchasedOn': '2026-03-05', 'amount': 1, 'currency': 'Euro'} | currency",
                "{'purchasedOn': '2026-03-05', 'amount': -1, 'refundOf': 77} | refundOf",
                "{'purchasedOn': '2026-03-05', 'amount': 1, 'product': 'a\\u0000b'} | product",
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        assertThat(post(purchasesOfMarta, body))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void knowsNothingOfOthers() {
        assertThat(post("/api/v1/customers/999/purchases", "{'purchasedOn': '2026-03-05', 'amount': 1}"))
                .hasStatus(404);
        assertThat(get("/api/v1/customers/999/purchases")).hasStatus(404);
        assertThat(get(purchasesOfMarta + "?after=rubbish")).hasStatus(400);
        assertThat(http.get().uri(purchasesOfMarta).exchange()).hasStatus(401);
    }

    @Test
    void keepsRatesAndProducts() {
        assertThat(send(
                        HttpMethod.PUT,
                        "/api/v1/rates",
                        "{'items': [{'day': '2026-03-01', 'currency': 'EUR', 'rate': 1.0834}]}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"items\": [{\"day\": \"2026-03-01\", \"currency\": \"EUR\", \"rate\": 1.0834}], \"next\": null}");
        assertThat(post(purchasesOfMarta, "{'purchasedOn': '2026-03-08', 'amount': 100, 'currency': 'EUR'}"))
                .hasStatus(201)
                .bodyJson()
                .isLenientlyEqualTo("{\"baseAmount\": 108.34}");
        assertThat(send(HttpMethod.PUT, "/api/v1/rates", "{'items': [{'day': '2026-03-01'}]}"))
                .hasStatus(400);
        assertThat(send(
                        HttpMethod.PUT,
                        "/api/v1/rates",
                        "{'items': [{'day': '2026-03-01', 'currency': 'USD', 'rate': 2}]}"))
                .hasStatus(400);
        assertThat(post("/api/v1/products", "{'name': 'Bag', 'price': 100, 'cost': 40}"))
                .hasStatus(201)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"id\": 1, \"kind\": \"BASE\", \"purchases\": 0, \"revenue\": 0, \"margin\": null}");
        assertThat(post("/api/v1/products", "{'name': 'bAG'}")).hasStatus(400);
        assertThat(post("/api/v1/products", "{'name': 'x', 'price': -1}")).hasStatus(400);
        assertThat(get("/api/v1/products"))
                .bodyJson()
                .extractingPath("$.items[0].name")
                .isEqualTo("Bag");
    }
}

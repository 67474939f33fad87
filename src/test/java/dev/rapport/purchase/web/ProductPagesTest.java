package dev.rapport.purchase.web;

import static dev.rapport.testing.Accounts.helper;
import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerMother;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.purchase.PurchaseEntry;
import dev.rapport.purchase.PurchaseService;
import dev.rapport.testing.WebTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class ProductPagesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private CustomerService customers;

    @Autowired
    private PurchaseService purchases;

    @Autowired
    private JdbcClient jdbc;

    private long marta;

    @BeforeEach
    void aCustomer() {
        marta = customers
                .register(CustomerMother.of("Marta Bianchi", "Studio Nord"), Contacts.NONE, LifecycleStage.PURCHASE)
                .id();
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).with(owner()).exchange();
    }

    private MvcTestResult post(String uri, String... params) {
        var request = http.post().uri(uri).with(owner()).with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request = request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    private long recorded(String amount) {
        return purchases
                .record(marta, new PurchaseEntry(DAY, new BigDecimal(amount), null, null, null, "Bag", null))
                .id();
    }

    @Test
    void productsAreListedWithWhatTheyBring() {
        assertThat(get("/products")).hasStatusOk().bodyText().contains("No products yet");
        assertThat(post("/products", "name", "Bag", "kind", "BASE", "price", "200", "cost", "50"))
                .hasRedirectedUrl("/products");
        assertThat(post("/products", "name", " bag ", "kind", "BASE"))
                .hasStatus(422)
                .bodyText()
                .contains("that name already");
        assertThat(post("/products", "name", "", "kind", "BASE", "price", "x")).hasStatus(422);
        long id = jdbc.sql("SELECT id FROM product").query(Long.class).single();
        recorded("200");
        assertThat(get("/products")).bodyText().contains("$200.00", "$150.00", "75%");
        assertThat(get("/products/" + id + "/edit")).hasStatusOk().bodyText().contains("Sold once");
        assertThat(post(
                        "/products/" + id + "/edit",
                        "version",
                        "0",
                        "name",
                        "Tote",
                        "kind",
                        "VALUE_ADDED",
                        "price",
                        "200"))
                .hasStatus3xxRedirection();
        assertThat(post("/products/" + id + "/edit", "version", "0", "name", "Sack", "kind", "VALUE_ADDED"))
                .hasStatus(409)
                .bodyText()
                .contains("Tote", "value=\"Sack\"");
        assertThat(post("/products/" + id + "/archive")).hasStatus3xxRedirection();
        assertThat(get("/products")).bodyText().contains("Archived").doesNotContain("Tote");
        assertThat(get("/products?archived=true")).bodyText().contains("Tote");
        assertThat(post("/products/" + id + "/restore")).hasStatus3xxRedirection();
    }

    @Test
    void ratesAreTheOwnersAndBadLinesAreNamed() {
        assertThat(get("/settings/rates")).hasStatusOk().bodyText().contains("No rates on file");
        assertThat(post("/settings/rates", "lines", "2026-03-05,EUR,1.08\n2026-13-05,EUR,1.08"))
                .hasStatus(422)
                .bodyText()
                .contains("Line 2 is not a rate", "2026-13-05");
        assertThat(post("/settings/rates", "lines", "2026-03-05,USD,1.08"))
                .hasStatus(422)
                .bodyText()
                .contains("base currency");
        assertThat(post("/settings/rates", "lines", "")).hasStatus(422);
        assertThat(post("/settings/rates", "lines", "2026-03-05,EUR,1.08")).hasStatus3xxRedirection();
        assertThat(get("/settings/rates")).bodyText().contains("1.08");
        assertThat(post("/settings/rates/delete", "currency", "EUR", "day", "2026-03-05"))
                .hasStatus3xxRedirection();
        assertThat(http.get().uri("/settings/rates").with(helper()).exchange()).hasStatus(403);
    }
}

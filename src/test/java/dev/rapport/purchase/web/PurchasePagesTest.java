package dev.rapport.purchase.web;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerMother;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.purchase.PurchaseEntry;
import dev.rapport.purchase.PurchaseSearch;
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
class PurchasePagesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private CustomerService customers;

    @Autowired
    private PurchaseService purchases;

    @Autowired
    private PurchaseSearch search;

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

    private long only() {
        return jdbc.sql("SELECT id FROM purchase").query(Long.class).single();
    }

    @Test
    void aPurchaseIsAddedFromTheCustomersPage() {
        assertThat(get("/customers/" + marta))
                .hasStatusOk()
                .bodyText()
                .contains("/customers/" + marta + "/purchases/new");
        assertThat(get("/customers/" + marta + "/purchases/new"))
                .hasStatusOk()
                .bodyText()
                .contains("USD · US Dollar");
        assertThat(post(
                        "/customers/" + marta + "/purchases",
                        "purchasedOn",
                        "2026-03-05",
                        "amount",
                        "1,234.50",
                        "currency",
                        "USD",
                        "product",
                        "Weekend bag",
                        "cost",
                        "400",
                        "note",
                        "gift\r\nwrapped"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/customers/" + marta);
        var stored = search.details(only());
        assertThat(stored.amount()).isEqualByComparingTo("1234.5");
        assertThat(stored.note()).isEqualTo("gift\nwrapped");
        assertThat(get("/customers/" + marta)).bodyText().contains("$1,234.50", "for the one purchase", "Weekend bag");
        assertThat(get("/purchases/" + stored.id() + "/edit"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"1234.50\"", "Weekend bag", "wrapped");
    }

    @Test
    void rubbishIsRefusedAtItsFieldAndKept() {
        assertThat(post(
                        "/customers/" + marta + "/purchases",
                        "purchasedOn",
                        "2026-03-05",
                        "amount",
                        "12,34,5",
                        "currency",
                        "USD",
                        "product",
                        "Weekend bag"))
                .hasStatus(422)
                .bodyText()
                .contains("This is not an amount", "value=\"12,34,5\"", "Weekend bag");
        assertThat(post("/customers/" + marta + "/purchases", "purchasedOn", "soon", "amount", "12", "currency", "USD"))
                .hasStatus(422)
                .bodyText()
                .contains("aria-invalid=\"true\"", "value=\"soon\"", "value=\"12\"");
        assertThat(post("/customers/" + marta + "/purchases", "purchasedOn", "", "amount", "", "currency", "USD"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter an amount", "Enter the day");
        assertThat(post(
                        "/customers/" + marta + "/purchases",
                        "purchasedOn",
                        "2026-03-05",
                        "amount",
                        "1",
                        "currency",
                        "ABC"))
                .hasStatus(422)
                .bodyText()
                .contains("Unknown currency");
        assertThat(post(
                        "/customers/" + marta + "/purchases",
                        "purchasedOn",
                        "2026-03-05",
                        "amount",
                        "999999999999999999"))
                .hasStatus(422)
                .bodyText()
                .contains("Too large");
        assertThat(post("/customers/" + marta + "/purchases", "purchasedOn", "+99999-01-01", "amount", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("between 1900 and 2199");
        assertThat(get("/customers/999/purchases/new")).hasStatus(404);
        assertThat(post("/customers/999/purchases", "purchasedOn", "2026-03-05", "amount", ""))
                .hasStatus(404);
    }

    @Test
    void theRateIsAskedForOnlyWhenItIsNeeded() {
        assertThat(get("/customers/" + marta + "/purchases/new")).bodyText().doesNotContain("name=\"rate\"");
        assertThat(get("/purchases/rate?currency=EUR&purchasedOn=2026-03-05"))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"rate\"", "One EUR was worth")
                .doesNotContain("<html");
        assertThat(post("/settings/rates", "lines", "date,currency,rate\n2026-03-01,EUR,1.0834\n2026-03-02;GBP;1,27"))
                .hasStatus3xxRedirection();
        assertThat(get("/purchases/rate?currency=EUR&purchasedOn=2026-03-05"))
                .bodyText()
                .contains("1 EUR = 1.0834 USD")
                .doesNotContain("name=\"rate\"");
        assertThat(get("/purchases/rate?currency=USD&purchasedOn=2026-03-05"))
                .bodyText()
                .doesNotContain("name=\"rate\"");
        assertThat(get("/purchases/rate?currency=&purchasedOn=")).hasStatusOk();
        assertThat(post(
                        "/customers/" + marta + "/purchases",
                        "purchasedOn",
                        "2026-05-05",
                        "amount",
                        "10",
                        "currency",
                        "EUR"))
                .hasStatus(422)
                .bodyText()
                .contains("name=\"rate\"", "No rate for EUR is on file");
        assertThat(post(
                        "/customers/" + marta + "/purchases",
                        "purchasedOn",
                        "2026-05-05",
                        "amount",
                        "10",
                        "currency",
                        "EUR",
                        "rate",
                        "1.1"))
                .hasStatus3xxRedirection();
    }

    @Test
    void aPurchaseIsChangedAndAStaleTabIsToldSo() {
        long id = recorded("100");
        String edit = "/purchases/" + id + "/edit";
        assertThat(post(edit, "version", "0", "purchasedOn", "2026-03-06", "amount", "90", "currency", "USD"))
                .hasStatus3xxRedirection();
        assertThat(post(edit, "version", "0", "purchasedOn", "2026-03-07", "amount", "80", "currency", "USD"))
                .hasStatus(409)
                .bodyText()
                .contains("90 USD", "value=\"80\"", "name=\"version\" value=\"1\"");
        assertThat(post(edit, "version", "1", "purchasedOn", "2026-03-07", "amount", "80", "currency", "USD"))
                .hasStatus3xxRedirection();
        assertThat(search.details(id).amount()).isEqualByComparingTo("80");
        assertThat(get("/purchases/999/edit")).hasStatus(404);
    }

    @Test
    void aRefundIsPrefilledWithWhatIsLeft() {
        long id = recorded("100");
        String refund = "/purchases/" + id + "/refund";
        assertThat(get(refund)).hasStatusOk().bodyText().contains("value=\"100\"", "At most $100.00");
        assertThat(post(refund, "purchasedOn", "2026-03-06", "amount", "101", "currency", "USD"))
                .hasStatus(422)
                .bodyText()
                .contains("More than what is left");
        assertThat(post(refund, "purchasedOn", "2026-03-06", "amount", "-10", "currency", "USD"))
                .hasStatus(422);
        assertThat(post(refund, "purchasedOn", "2026-03-06", "amount", "30", "currency", "USD", "product", "Bag"))
                .hasStatus3xxRedirection();
        assertThat(get(refund)).bodyText().contains("value=\"70\"");
        long back = jdbc.sql("SELECT id FROM purchase WHERE refund_of = ?")
                .param(id)
                .query(Long.class)
                .single();
        assertThat(get("/purchases/" + back + "/edit")).hasStatusOk().bodyText().contains("value=\"30\"");
        assertThat(get("/purchases/" + back + "/refund")).hasStatus(404);
        assertThat(post("/purchases/" + back + "/edit", "version", "0", "purchasedOn", "2026-03-06", "amount", "100"))
                .hasStatus3xxRedirection();
        assertThat(get(refund)).hasStatusOk().bodyText().contains("has been refunded");
        assertThat(post("/purchases/" + id + "/delete")).hasRedirectedUrl("/customers/" + marta);
        assertThat(jdbc.sql("SELECT count(*) FROM purchase").query(Long.class).single())
                .isZero();
    }
}

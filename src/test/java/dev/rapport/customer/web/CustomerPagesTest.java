package dev.rapport.customer.web;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerMother;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.testing.Statements;
import dev.rapport.testing.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class CustomerPagesTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private CustomerService customers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void sayWhatToDoWhenThereIsNobody() {
        assertThat(get("/customers")).hasStatusOk().bodyText().contains("No customers yet", "/customers/new");
        assertThat(get("/customers?query=zzz")).hasStatusOk().bodyText().contains("Nobody fits that");
        assertThat(get("/customers?archived=true")).hasStatusOk().bodyText().contains("Nothing is archived");
    }

    @Test
    void listAndShowACustomer() {
        long id = marta();
        assertThat(get("/customers")).hasStatusOk().bodyText().contains("Marta Bianchi", "Studio Nord", "Awareness");
        assertThat(get("/customers/" + id))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "mailto:marta@studionord.it",
                        "Nothing bought yet",
                        "Never",
                        "Nothing planned",
                        "Not asked yet");
        assertThat(get("/customers/" + id + "/consents")).hasStatusOk();
        assertThat(get("/customers/" + id + "/history"))
                .hasStatusOk()
                .bodyText()
                .contains("added the customer");
        assertThat(get("/customers/suggestions?query=nord"))
                .hasStatusOk()
                .bodyText()
                .contains("Marta Bianchi");
        assertThat(get("/customers/new")).hasStatusOk();
        assertThat(get("/customers/" + id + "/edit")).hasStatusOk().bodyText().contains("Studio Nord");
        assertThat(get("/customers/999")).hasStatus(404);
    }

    /** However many there are, and however much happened. */
    @Test
    void readInAFewStatements() {
        long id = marta();
        int list = Statements.of(() -> get("/customers")).size();
        int found = Statements.of(() -> get("/customers?query=marta")).size();
        int show = Statements.of(() -> get("/customers/" + id)).size();
        for (int i = 0; i < 30; i++) {
            customers.register(
                    CustomerMother.named("Marta " + i),
                    Contacts.of("m" + i + "@example.com", null),
                    LifecycleStage.LOST);
        }
        jdbc.sql("""
                INSERT INTO interaction (customer_id, kind, occurred_at, created_at)
                SELECT :id, 'CALL', now() - n * interval '1 day', now() FROM generate_series(1, 30) n""").param("id", id).update();
        assertThat(Statements.of(() -> get("/customers"))).hasSize(list).hasSize(2);
        assertThat(Statements.of(() -> get("/customers?query=marta")))
                .hasSize(found)
                .hasSize(3);
        assertThat(Statements.of(() -> get("/customers/suggestions?query=marta")))
                .hasSize(2);
        assertThat(Statements.of(() -> get("/customers/" + id))).hasSize(show).hasSizeLessThanOrEqualTo(11);
    }

    @Test
    void linkToTheNextRowsWithTheSameFilter() {
        for (int i = 0; i < 51; i++) {
            customers.register(CustomerMother.named("Ann %02d".formatted(i)), Contacts.NONE, LifecycleStage.LOST);
        }
        assertThat(get("/customers?stage=LOST&query=ann"))
                .bodyText()
                .contains("Ann 49")
                .doesNotContain("Ann 50")
                .containsPattern("href=\"/customers\\?query=ann&amp;stage=LOST&amp;after=[\\w%-]+\"");
    }

    private long marta() {
        return customers
                .register(
                        CustomerMother.of("Marta Bianchi", "Studio Nord"),
                        Contacts.of("marta@studionord.it", "+39 02 5550 118"),
                        LifecycleStage.AWARENESS)
                .id();
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).with(owner()).exchange();
    }
}

package dev.rapport.customer.web;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerMother;
import dev.rapport.customer.CustomerRecords;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.testing.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class CustomerPagesTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private CustomerService customers;

    @Autowired
    private CustomerRecords records;

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
                .contains("Customer added");
        assertThat(get("/customers/suggestions?query=nord"))
                .hasStatusOk()
                .bodyText()
                .contains("Marta Bianchi");
        assertThat(get("/customers/new")).hasStatusOk();
        assertThat(get("/customers/" + id + "/edit")).hasStatusOk().bodyText().contains("Studio Nord");
        assertThat(get("/customers/999")).hasStatus(404);
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

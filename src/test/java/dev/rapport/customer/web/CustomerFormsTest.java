package dev.rapport.customer.web;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerDetails;
import dev.rapport.customer.CustomerHistory;
import dev.rapport.customer.CustomerMother;
import dev.rapport.customer.CustomerRecords;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.web.Flash;
import dev.rapport.testing.WebTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class CustomerFormsTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private CustomerService customers;

    @Autowired
    private CustomerRecords records;

    @Autowired
    private CustomerHistory history;

    @Test
    void addACustomerAndOfferToTakeThemBack() {
        MvcTestResult answer = post(
                "/customers",
                "name",
                " Marta Bianchi ",
                "emails",
                "marta@studionord.example\r\nmarta@home.example",
                "phones",
                "+39 02 5550 118",
                "stage",
                "RETENTION",
                "tags",
                "wholesale，boutique、 vip ,",
                "birthday",
                "1980-04-01",
                "country",
                "IT",
                "needs",
                "one\r\ntwo");
        assertThat(answer).hasStatus3xxRedirection();
        long id = Long.parseLong(answer.getResponse().getRedirectedUrl().replace("/customers/", ""));
        CustomerDetails marta = records.get(id);
        assertThat(marta.name()).isEqualTo("Marta Bianchi");
        assertThat(marta.contacts().emails()).containsExactly("marta@studionord.example", "marta@home.example");
        assertThat(marta.profile().tags()).containsExactly("wholesale", "boutique", "vip");
        assertThat(marta.profile().needs()).isEqualTo("one\ntwo");
        assertThat(marta.stage()).isEqualTo(LifecycleStage.RETENTION);

        assertThat(undo(answer)).hasStatus3xxRedirection();
        assertThat(records.find(id)).isEmpty();
    }

    @Test
    void keepWhatWasTypedAndSayWhatIsWrong() {
        assertThat(post("/customers", "name", " ", "company", "Keep <me> & mine"))
                .hasStatus(422)
                .bodyText()
                .contains("A customer needs a name.", "Keep &lt;me&gt; &amp; mine");
        assertThat(post("/customers", "name", "Ann", "birthday", "yesterday"))
                .hasStatus(422)
                .bodyText()
                .contains("Not a date.", "yesterday");
        assertThat(post("/customers", "name", "Ann", "emails", "nobody"))
                .hasStatus(422)
                .bodyText()
                .contains("An e-mail address looks like");
        assertThat(post("/customers", "name", "Ann", "stage", "FRIEND")).hasStatus(422);
    }

    @Test
    void warnOfADuplicateAndSaveItAnyway() {
        register("Ann", Contacts.of("info@a.example", null));
        MvcTestResult warned = post("/customers", "name", "Bob", "emails", "INFO@a.example");
        assertThat(warned).hasStatus(422).bodyText().contains("has this e-mail address", "Ann", "saveAnyway");
        assertThat(post("/customers", "name", "Bob", "emails", "INFO@a.example", "saveAnyway", "true"))
                .hasStatus3xxRedirection();
    }

    @Test
    void sayAtTheFieldWhoHasTheExternalId() {
        customers.register(CustomerMother.known("Ann", "K1"), Contacts.NONE, LifecycleStage.AWARENESS);
        assertThat(post("/customers", "name", "Bob", "externalId", "K1"))
                .hasStatus(422)
                .bodyText()
                .contains("“Ann” has this ID already.");
    }

    @Test
    void showBothVersionsWhenTwoSavedAtOnce() {
        long id = register("Ann", Contacts.NONE);
        String edit = "/customers/" + id + "/edit";
        assertThat(post(edit, "version", "0", "name", "Theirs", "company", "Same"))
                .hasStatus3xxRedirection();
        MvcTestResult answer = post(edit, "version", "0", "name", "Mine", "company", "Same", "about", "My long note");
        assertThat(answer)
                .hasStatus(409)
                .bodyText()
                .contains(
                        "Somebody saved this customer",
                        "Theirs",
                        "Mine",
                        "My long note",
                        "name=\"version\" value=\"1\"");
        assertThat(records.get(id).name()).isEqualTo("Theirs");
        assertThat(post(edit, "version", "1", "name", "Mine", "company", "Same"))
                .hasStatus3xxRedirection();
        assertThat(records.get(id).name()).isEqualTo("Mine");
    }

    @Test
    void takeAnEditAndADeletionBack() {
        long id = register("Ann", Contacts.of("ann@example.com", null));
        undo(post("/customers/" + id + "/edit", "version", "0", "name", "Anna"));
        assertThat(records.get(id).name()).isEqualTo("Ann");
        assertThat(records.get(id).contacts().emails()).containsExactly("ann@example.com");

        MvcTestResult deleted = post("/customers/" + id + "/delete");
        assertThat(http.get().uri("/customers/" + id).with(owner()).exchange()).hasStatus(404);
        assertThat(http.get().uri("/customers/" + id + "/history").with(owner()).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("This customer was deleted");
        undo(deleted);
        assertThat(records.get(id).name()).isEqualTo("Ann");
    }

    @Test
    void archiveAndBringBack() {
        long id = register("Ann", Contacts.NONE);
        assertThat(post("/customers/" + id + "/archive")).hasStatus3xxRedirection();
        assertThat(records.get(id).isArchived()).isTrue();
        post("/customers/" + id + "/restore");
        assertThat(records.get(id).isArchived()).isFalse();
    }

    @Test
    void changeTheStageByOneButton() {
        long id = register("Ann", Contacts.NONE);
        assertThat(post("/customers/" + id + "/stage", "stage", "LOYALTY", "on", "2026-04-01"))
                .hasStatus3xxRedirection();
        assertThat(records.get(id).stage()).isEqualTo(LifecycleStage.LOYALTY);
        assertThat(post("/customers/" + id + "/stage", "stage", "LOST", "on", "2999-01-01"))
                .hasStatus3xxRedirection();
        assertThat(records.get(id).stage()).isEqualTo(LifecycleStage.LOYALTY);
        assertThat(post("/customers/" + id + "/stage", "stage", "FRIEND")).hasStatus4xxClientError();
    }

    @Test
    void recordConsent() {
        long id = register("Ann", Contacts.NONE);
        String consents = "/customers/" + id + "/consents";
        assertThat(post(consents, "purpose", "News", "how", ""))
                .hasStatus(422)
                .bodyText()
                .contains("News");
        assertThat(post(consents, "purpose", "News", "how", "By phone", "happenedOn", "2026-03-01"))
                .hasStatus3xxRedirection();
        assertThat(post(consents, "purpose", "News", "how", "By mail", "withdrawn", "true"))
                .hasStatus3xxRedirection();
        assertThat(history.currentConsents(id)).singleElement().matches(consent -> !consent.given());
    }

    @Test
    void tellWhatWasAndIsInTheHistory() {
        long id = register("Ann", Contacts.NONE);
        post("/customers/" + id + "/edit", "version", "0", "name", "Anna", "emails", "anna@example.com");
        assertThat(http.get().uri("/customers/" + id + "/history").with(owner()).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("<del class=\"typed\">Ann</del>", "<ins class=\"typed\">Anna</ins>", "anna@example.com")
                .contains("Olivia Owner", "by hand");
    }

    @Test
    void answer404ForACustomerWhoIsNotThere() {
        for (String path : List.of("/edit", "/delete", "/archive", "/restore", "/consents")) {
            assertThat(post("/customers/99" + path, "version", "0", "name", "x", "purpose", "x", "how", "x"))
                    .as(path)
                    .hasStatus(404);
        }
        for (String path : List.of("", "/edit", "/consents", "/history")) {
            assertThat(http.get().uri("/customers/99" + path).with(owner()).exchange())
                    .as(path)
                    .hasStatus(404);
        }
    }

    private MvcTestResult undo(MvcTestResult answer) {
        Flash flash = (Flash) answer.getMvcResult().getFlashMap().get("flash");
        return post("/changes/" + flash.changeId() + "/undo");
    }

    private long register(String name, Contacts contacts) {
        return customers
                .register(CustomerMother.named(name), contacts, LifecycleStage.AWARENESS)
                .id();
    }

    private MvcTestResult post(String uri, String... fields) {
        var request = http.post().uri(uri).with(owner()).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}

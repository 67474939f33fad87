package dev.rapport.customer.web;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerMother;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.testing.WebTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class BulkPagesTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    CustomerService customers;

    @Autowired
    JdbcClient jdbc;

    private long ana;

    @BeforeEach
    void twoPeople() {
        ana = customers
                .register(CustomerMother.named("Ana <b>"), Contacts.NONE, LifecycleStage.AWARENESS)
                .id();
        customers.register(CustomerMother.named("Ben"), Contacts.NONE, LifecycleStage.AWARENESS);
    }

    @Test
    void leadFromTheListThroughAPreviewToTheChange() {
        assertThat(http.get().uri("/customers").with(owner()))
                .bodyText()
                .contains("Change the chosen", "Choose Ana &lt;b&gt;");
        assertThat(post("?id=" + ana)).hasStatusOk().bodyText().contains("One customer is chosen");
        assertThat(post("/preview?verb=TAG_ADDED&value=vip&id=" + ana))
                .hasStatusOk()
                .bodyText()
                .contains("One customer gets the tag “vip”", "Ana &lt;b&gt;")
                .doesNotContain("Ben");
        assertThat(post("/change?verb=TAG_ADDED&value=vip&expected=1&id=" + ana))
                .hasRedirectedUrl("/customers");
        assertThat(tagged()).containsExactly("Ana <b>");
    }

    @Test
    void takeAllThatMatch() {
        assertThat(post("?all=true&query=ben")).bodyText().contains("One customer is chosen");
        assertThat(post("/preview?all=true&verb=STAGE&newStage=LOST"))
                .bodyText()
                .contains("2 customers move to the stage “Lost”");
        assertThat(post("/change?all=true&query=ben&verb=TAG_ADDED&value=vip&expected=1"))
                .hasRedirectedUrl("/customers");
        assertThat(tagged()).containsExactly("Ben");
    }

    @Test
    void sayWhatIsMissing() {
        assertThat(post("")).hasRedirectedUrl("/customers");
        assertThat(post("/preview?id=" + ana)).hasStatus(422).bodyText().contains("This is needed");
        assertThat(post("/preview?verb=TAG_ADDED&value=a,b&id=" + ana)).hasStatus(422);
        assertThat(post("/preview?verb=STAGE&id=" + ana)).hasStatus(422);
        assertThat(post("/preview?verb=NONE&id=" + ana)).hasRedirectedUrl("/customers");
    }

    @Test
    void showAnewWhatChangedMeanwhile() {
        assertThat(post("/change?all=true&verb=DELETE&expected=1"))
                .hasStatus(409)
                .bodyText()
                .contains("2 customers are deleted", "nothing was changed yet");
        assertThat(jdbc.sql("SELECT count(*) FROM customer").query(Long.class).single())
                .isEqualTo(2);
    }

    private List<String> tagged() {
        return jdbc.sql("SELECT name FROM customer WHERE 'vip' = ANY(tags)")
                .query(String.class)
                .list();
    }

    private MvcTestResult post(String rest) {
        return http.post()
                .uri("/customers/bulk" + rest)
                .with(owner())
                .with(csrf())
                .exchange();
    }
}

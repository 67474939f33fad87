package dev.rapport.interaction.web;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.customer.CustomerService;
import dev.rapport.interaction.InteractionDetails;
import dev.rapport.interaction.InteractionSearch;
import dev.rapport.interaction.Someone;
import dev.rapport.testing.WebTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class EditPagesTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private CustomerService customers;

    @Autowired
    private InteractionSearch interactions;

    private long ana;

    @BeforeEach
    void makeAna() {
        ana = Someone.named("Ana Ruiz", customers);
    }

    @Test
    void editsWithSecondsKept() {
        post("/interactions", Map.of("customerId", "" + ana, "kind", "CALL", "body", "First", "token", "t1"));
        InteractionDetails before = only();
        MvcTestResult page = http.get()
                .uri("/interactions/" + before.id() + "/edit")
                .with(owner())
                .exchange();
        assertThat(page).hasStatusOk().bodyText().contains("First", "name=\"version\" value=\"0\"");

        String shown = before.occurredAt()
                .atZone(java.time.ZoneId.of("Europe/Rome"))
                .toLocalDateTime()
                .toString()
                .substring(0, 16);
        assertThat(post(
                        "/interactions/" + before.id(),
                        Map.of("version", "0", "kind", "MAIL", "occurredAt", shown, "body", "Second")))
                .hasRedirectedUrl("/customers/" + ana);

        assertThat(only().body()).isEqualTo("Second");
        assertThat(only().occurredAt()).isEqualTo(before.occurredAt());
    }

    @Test
    void showsBothWhenAnotherTabSavedFirst() {
        post("/interactions", Map.of("customerId", "" + ana, "kind", "CALL", "body", "First", "token", "t1"));
        String path = "/interactions/" + only().id();
        post(path, Map.of("version", "0", "kind", "CALL", "occurredAt", "2026-03-04T15:30", "body", "Theirs"));

        MvcTestResult conflict =
                post(path, Map.of("version", "0", "kind", "CALL", "occurredAt", "2026-03-04T15:30", "body", "Mine"));
        assertThat(conflict).hasStatus(409);
        assertThat(conflict).bodyText().contains("Theirs", "Mine", "name=\"version\" value=\"1\"");
        assertThat(only().body()).isEqualTo("Theirs");

        assertThat(post(path, Map.of("version", "1", "kind", "CALL", "occurredAt", "2026-03-04T15:30", "body", "Mine")))
                .hasStatus3xxRedirection();
        assertThat(only().body()).isEqualTo("Mine");
    }

    @Test
    void deletes() {
        post("/interactions", Map.of("customerId", "" + ana, "kind", "CALL", "body", "First", "token", "t1"));
        String path = "/interactions/" + only().id();
        assertThat(post(path + "/delete", Map.of())).hasRedirectedUrl("/customers/" + ana);
        assertThat(all()).isEmpty();
        assertThat(post(path + "/delete", Map.of())).hasStatus(404);
    }

    private InteractionDetails only() {
        assertThat(all()).hasSize(1);
        return all().get(0);
    }

    private List<InteractionDetails> all() {
        return interactions.ofCustomer(ana, 200, null).items();
    }

    private MvcTestResult post(String uri, Map<String, String> fields) {
        var request = http.post().uri(uri).with(owner()).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}

package dev.rapport.interaction.web;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.customer.CustomerRecords;
import dev.rapport.customer.CustomerService;
import dev.rapport.interaction.Direction;
import dev.rapport.interaction.InteractionDetails;
import dev.rapport.interaction.InteractionKind;
import dev.rapport.interaction.InteractionSearch;
import dev.rapport.interaction.Someone;
import dev.rapport.task.TaskSearch;
import dev.rapport.testing.NaughtyStrings;
import dev.rapport.testing.WebTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

@WebTest
class LogPagesTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private CustomerService customers;

    @Autowired
    private CustomerRecords records;

    @Autowired
    private InteractionSearch interactions;

    @Autowired
    private TaskSearch tasks;

    private long ana;

    @BeforeEach
    void makeAna() {
        ana = Someone.named("Ana Ruiz", customers);
    }

    @Test
    void logsACallAndItsNextStepInOneGo() {
        assertThat(post(
                        "/interactions",
                        Map.of(
                                "customerId",
                                "" + ana,
                                "kind",
                                "CALL",
                                "direction",
                                "OUT",
                                "body",
                                "Wants the quote by Friday",
                                "occurredAt",
                                "2026-03-04T15:30",
                                "outcome",
                                "warm",
                                "nextStep",
                                "Send the quote",
                                "nextOn",
                                "2026-03-06",
                                "token",
                                "t1")))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/customers/" + ana)
                .flash()
                .containsKey("flash");

        InteractionDetails logged = only();
        assertThat(logged.kind()).isEqualTo(InteractionKind.CALL);
        assertThat(logged.direction()).isEqualTo(Direction.OUT);
        // Rome is an hour ahead of UTC in March.
        assertThat(logged.occurredAt()).isEqualTo(Instant.parse("2026-03-04T14:30:00Z"));
        assertThat(logged.outcome()).isEqualTo("warm");
        assertThat(tasks.openOfCustomer(ana, 5).get(0).dueOn()).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(records.get(ana).summary().lastContactAt()).isEqualTo(logged.occurredAt());
    }

    @Test
    void logsTheSameFormOnceAndAnotherTextFromIt() {
        Map<String, String> form = Map.of("customerId", "" + ana, "kind", "CALL", "body", "First", "token", "t1");
        post("/interactions", form);
        assertThat(post("/interactions", form)).hasRedirectedUrl("/customers/" + ana);
        assertThat(all()).hasSize(1);

        post("/interactions", Map.of("customerId", "" + ana, "kind", "CALL", "body", "Second", "token", "t1"));
        assertThat(all()).hasSize(2);
    }

    @Test
    void asksForTheCustomerAndKeepsWhatWasTyped() {
        MvcTestResult answer = post(
                "/interactions", Map.of("customer", "ana", "kind", "MEETING", "body", "At <her> shop", "token", "t1"));

        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyText()
                .contains("Choose a customer", "At &lt;her&gt; shop", "Ana Ruiz", "value=\"" + ana + "\"");
        assertThat(all()).isEmpty();
    }

    @Test
    void suggestsCustomersAndANewOne() {
        assertThat(http.get().uri("/interactions/whom?customer=ana").with(owner()))
                .bodyText()
                .contains("Ana Ruiz", "Log for new customer “ana”");
        assertThat(http.get().uri("/interactions/whom?customer=ana ruiz").with(owner()))
                .bodyText()
                .contains("Ana Ruiz")
                .doesNotContain("new customer");
    }

    @Test
    void makesTheNewCustomer() {
        MvcTestResult answer = post(
                "/interactions",
                Map.of("customer", "王小明", "customerId", "new", "kind", "CHAT", "body", "你好", "token", "t"));

        assertThat(answer).hasStatus3xxRedirection();
        String address = answer.getResponse().getRedirectedUrl();
        long id = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
        assertThat(records.get(id).name()).isEqualTo("王小明");
    }

    @Test
    void saysAtTheFieldWhatIsWrong() {
        assertThat(post("/interactions", Map.of("customerId", "" + ana, "kind", "SHOUT", "body", "kept", "token", "t")))
                .hasStatus(422)
                .bodyText()
                .contains("Choose what kind it was", "kept");
        assertThat(post("/interactions", Map.of("customerId", "" + ana, "kind", "CALL", "occurredAt", "yesterday")))
                .hasStatus(422)
                .bodyText()
                .contains("Not a date and time", "yesterday");
        assertThat(post(
                        "/interactions",
                        Map.of("customerId", "" + ana, "kind", "CALL", "occurredAt", "0001-01-01T00:00")))
                .hasStatus(422)
                .bodyText()
                .contains("Rapport can keep");
        assertThat(post(
                        "/interactions",
                        Map.of("customerId", "" + ana, "kind", "CALL", "nextStep", "Call", "nextOn", "")))
                .hasStatus(422)
                .bodyText()
                .contains("Say by when");
        assertThat(post("/interactions", Map.of("customerId", "" + ana, "kind", "CALL", "subject", "x".repeat(501))))
                .hasStatus(422)
                .bodyText()
                .contains("At most 500 characters");
        assertThat(post("/interactions", Map.of("customerId", "" + ana, "kind", "CALL", "body", "a\0b")))
                .hasStatus(422)
                .bodyText()
                .contains("cannot be stored");
        assertThat(post("/interactions", Map.of("customerId", "4711", "kind", "CALL")))
                .hasStatus(404);
        assertThat(all()).isEmpty();
    }

    @Test
    void storesNaughtyTextsAsTheyAre() {
        List<String> texts = NaughtyStrings.all();
        for (int i = 0; i < texts.size(); i += 5) {
            // Five at a time: each of the fields gets its share.
            String[] five = new String[5];
            for (int j = 0; j < 5; j++) {
                five[j] = texts.get((i + j) % texts.size());
            }
            MvcTestResult answer = post(
                    "/interactions",
                    Map.of(
                            "customerId",
                            "" + ana,
                            "kind",
                            "NOTE",
                            "subject",
                            five[0],
                            "body",
                            five[1],
                            "purpose",
                            five[2],
                            "outcome",
                            five[3],
                            "nextStep",
                            five[4],
                            "nextOn",
                            "2026-12-01"));
            assertThat(answer).as("from %s", five[0]).hasStatus3xxRedirection();
            InteractionDetails stored = all().get(0);
            assertThat(stored.subject()).isEqualTo(line(five[0]));
            assertThat(stored.body()).isEqualTo(five[1].isBlank() ? null : five[1].replace("\r\n", "\n"));
            assertThat(stored.purpose()).isEqualTo(line(five[2]));
            assertThat(stored.outcome()).isEqualTo(line(five[3]));
        }
        String script = "<script>alert(0)</script>";
        post("/interactions", Map.of("customerId", "" + ana, "kind", "NOTE", "body", script));
        assertThat(http.get().uri("/customers/" + ana + "/timeline").with(owner()))
                .bodyText()
                .contains(HtmlUtils.htmlEscape(script))
                .doesNotContain("<script>alert");
    }

    private static String line(String text) {
        return text.strip().isEmpty() ? null : text.strip();
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

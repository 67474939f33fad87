package dev.rapport.feedback.web;

import static dev.rapport.testing.Accounts.owner;
import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

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
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class AnswerWebTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private CustomerService customers;

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

    private MvcTestResult post(String... params) {
        var request = http.post()
                .uri("/customers/" + marta + "/answers")
                .with(owner())
                .with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request = request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult api(String body) {
        return http.post()
                .uri("/api/v1/customers/" + marta + "/answers")
                .with(token())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();
    }

    @Test
    void anAnswerIsPickedShownAndDeleted() {
        assertThat(get("/customers/" + marta + "/answers/new"))
                .hasStatusOk()
                .bodyText()
                .contains("How likely are they to recommend you?", "value=\"10\"");
        assertThat(post(
                        "survey",
                        "CES",
                        "nps",
                        "3",
                        "ces",
                        "7",
                        "answeredOn",
                        "2026-03-05",
                        "comment",
                        "“<b>easy</b>”"))
                .hasRedirectedUrl("/customers/" + marta);
        assertThat(get("/customers/" + marta)).bodyText().contains("CES", "“&lt;b&gt;easy&lt;/b&gt;”");
        assertThat(get("/answers/1")).hasStatusOk().bodyText().contains("CES, out of 7");
        assertThat(http.post()
                        .uri("/answers/1/delete")
                        .with(owner())
                        .with(csrf())
                        .exchange())
                .hasRedirectedUrl("/customers/" + marta);
        assertThat(get("/answers/1")).hasStatus(404);
    }

    @Test
    void whatIsMissingOrWrongIsSaidAtItsField() {
        assertThat(post("survey", "NPS", "ces", "7", "answeredOn", "2026-03-05", "comment", "kept"))
                .hasStatus(422)
                .bodyText()
                .contains("Pick a score.", "kept");
        assertThat(post("survey", "NPS", "nps", "7.5", "answeredOn", "2026-03-05"))
                .hasStatus(422)
                .bodyText()
                .contains("whole number from 0 to 10");
        assertThat(post("survey", "NPS", "nps", "abc", "answeredOn", "2026-03-05"))
                .hasStatus(422);
        assertThat(post("survey", "WHAT", "nps", "7", "answeredOn", "2026-03-05"))
                .hasStatus(422)
                .bodyText()
                .contains("Unknown survey");
        assertThat(post("survey", "NPS", "nps", "7", "answeredOn", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the day");
        assertThat(post("survey", "NPS", "nps", "7", "answeredOn", "0001-01-01"))
                .hasStatus(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'survey': 'NPS', 'score': 7.5, 'answeredOn': '2026-03-05'} | score",
                "{'survey': 'NPS', 'score': 11, 'answeredOn': '2026-03-05'} | score",
                "{'survey': 'NPS', 'score': -1, 'answeredOn': '2026-03-05'} | score",
                "{'survey': 'CSAT', 'score': 0, 'answeredOn': '2026-03-05'} | score",
                "{'survey': 'CES', 'score': 8, 'answeredOn': '2026-03-05'} | score",
                "{'survey': 'NPS', 'answeredOn': '2026-03-05'} | score",
                "{'survey': 'NPS', 'score': 9} | answeredOn",
                "{'survey': 'nope', 'score': 9, 'answeredOn': '2026-03-05'} | survey",
                "{'score': 9, 'answeredOn': '2026-03-05'} | survey",
                "{'survey': 'NPS', 'score': 9, 'answeredOn': '2026-03-05', 'comment': 'a\\ud800'} | comment",
            })
    void theApiNamesTheFieldThatIsWrong(String body, String field) {
        assertThat(api(body))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void theApiStoresListsAndDeletes() {
        assertThat(api("{'survey': 'NPS', 'score': 9, 'answeredOn': '2026-03-05', 'comment': '快'}"))
                .hasStatus(201)
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"id\": 1, \"survey\": \"NPS\", \"score\": 9, \"answeredOn\": \"2026-03-05\", \"comment\": \"快\"}");
        assertThat(http.get()
                        .uri("/api/v1/customers/" + marta + "/answers")
                        .with(token())
                        .exchange())
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [{\"score\": 9}], \"next\": null}");
        assertThat(http.delete().uri("/api/v1/answers/1").with(token()).exchange())
                .hasStatus(204);
        assertThat(http.get().uri("/api/v1/answers/1").with(token()).exchange()).hasStatus(404);
    }
}

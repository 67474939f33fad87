package dev.rapport.task.web;

import static dev.rapport.testing.Accounts.owner;
import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.customer.CustomerService;
import dev.rapport.interaction.Someone;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.task.TaskDetails;
import dev.rapport.task.TaskSearch;
import dev.rapport.testing.NaughtyStrings;
import dev.rapport.testing.Statements;
import dev.rapport.testing.WebTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class TaskPagesTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private CustomerService customers;

    @Autowired
    private TaskSearch tasks;

    @Autowired
    private BusinessSettings business;

    @Autowired
    private JsonMapper json;

    private long ana;

    @BeforeEach
    void makeAna() {
        ana = Someone.named("Ana Ruiz", customers);
    }

    @Test
    void groupsWhatIsLateDueAndDone() {
        LocalDate today = business.today();
        plan("Late one", today.minusDays(3));
        plan("Due one", today);
        plan("Far one", today.plusDays(60));
        long done = plan("Done one", today);
        assertThat(post("/tasks/" + done + "/done", Map.of("from", "tasks"))).hasRedirectedUrl("/tasks");

        String page = body("/tasks");
        assertThat(page)
                .containsSubsequence(
                        ">Late<", "Late one", ">Today<", "Due one", ">Later<", "Far one", ">Done lately<", "Done one");
        assertThat(page).contains("3 days ago");
    }

    @Test
    void saysOnTopOfTheHomePageWhatIsDueAndNothingElse() {
        plan("Far one", business.today().plusDays(60));
        assertThat(piece("/tasks/due")).isBlank();

        plan("Late one", business.today().minusDays(1));
        assertThat(piece("/tasks/due"))
                .contains("One follow-up is due", "Late one", "/done")
                .doesNotContain("Far one");
        assertThat(http.get().uri("/tasks/due").with(owner())).hasRedirectedUrl("/tasks");
    }

    @Test
    void leadsBackToWhereItWasDone() {
        long id = plan("Call", business.today());
        assertThat(post("/tasks/" + id + "/done", Map.of("from", "customer"))).hasRedirectedUrl("/customers/" + ana);
        assertThat(post("/tasks/" + id + "/reopen", Map.of("from", "home"))).hasRedirectedUrl("/");
        assertThat(post("/tasks/" + id + "/snooze", Map.of("from", "//evil.example", "until", "TOMORROW")))
                .hasRedirectedUrl("/tasks");
        assertThat(tasks.get(id).dueOn()).isEqualTo(business.today().plusDays(1));
        assertThat(post("/tasks/" + id + "/delete", Map.of("from", "customer"))).hasRedirectedUrl("/customers/" + ana);
        assertThat(post("/tasks/" + id + "/done", Map.of())).hasStatus(404);
    }

    @Test
    void keepsWhatWasTypedBesideWhatIsWrong() {
        assertThat(post("/tasks", Map.of("title", " ", "dueOn", "2026-03-04", "customerId", "" + ana)))
                .hasStatus(422)
                .bodyText()
                .contains("Say what is to be done", "2026-03-04", "Ana Ruiz");
        assertThat(post("/tasks", Map.of("title", "Call <b>", "dueOn", "someday")))
                .hasStatus(422)
                .bodyText()
                .contains("Not a date", "someday", "Call &lt;b&gt;");
        assertThat(post("/tasks", Map.of("title", "Call", "dueOn", "")))
                .hasStatus(422)
                .bodyText()
                .contains("Say by when");
    }

    @Test
    void showsBothWhenAnotherTabSavedFirst() {
        long id = plan("First", LocalDate.of(2026, 3, 4));
        post("/tasks/" + id, Map.of("version", "0", "title", "Theirs", "dueOn", "2026-03-05"));
        assertThat(post("/tasks/" + id, Map.of("version", "0", "title", "Mine", "dueOn", "2026-03-06")))
                .hasStatus(409)
                .bodyText()
                .contains("Theirs", "Mine", "name=\"version\" value=\"1\"");
        assertThat(tasks.get(id).title()).isEqualTo("Theirs");
        assertThat(http.get().uri("/tasks/" + id + "/edit").with(owner()))
                .hasStatusOk()
                .bodyText()
                .contains("Theirs");
    }

    @Test
    void takesTheSameStatementsForManyAsForOne() {
        plan("Task", business.today());
        body("/tasks");
        int one = Statements.of(() -> body("/tasks")).size();
        for (int i = 0; i < 30; i++) {
            plan("Task " + i, business.today().plusDays(i));
        }
        assertThat(Statements.of(() -> body("/tasks"))).hasSize(one).hasSize(2);
    }

    @Test
    void servesTheApi() {
        MvcTestResult created =
                send("POST", "/api/v1/customers/" + ana + "/tasks", "{\"title\":\"Call\",\"dueOn\":\"2026-03-04\"}");
        assertThat(created).hasStatus(201).bodyJson().extractingPath("$.done").isEqualTo(false);
        assertThat(created.getResponse().getHeader("Location")).isEqualTo("/api/v1/tasks/1");
        assertThat(send("PATCH", "/api/v1/tasks/1", "{\"done\":true}"))
                .bodyJson()
                .extractingPath("$.doneAt")
                .isNotNull();
        assertThat(send("GET", "/api/v1/tasks?due=2026-03-04", ""))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(send("PATCH", "/api/v1/tasks/1", "{\"done\":false,\"title\":\"Call twice\"}"))
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("Call twice");
        assertThat(send("GET", "/api/v1/tasks?due=2026-03-04", ""))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .hasSize(1);
        assertThat(send("GET", "/api/v1/tasks?due=2026-03-03", ""))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(send("GET", "/api/v1/customers/" + ana + "/tasks", ""))
                .bodyJson()
                .extractingPath("$.next")
                .isNull();
        assertThat(send("POST", "/api/v1/customers/" + ana + "/tasks", "{\"dueOn\":\"2026-03-04\"}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("title");
        assertThat(send("POST", "/api/v1/customers/" + ana + "/tasks", "{\"title\":\"x\",\"dueOn\":\"soon\"}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("dueOn");
        assertThat(send("POST", "/api/v1/customers/4711/tasks", "{\"title\":\"x\",\"dueOn\":\"2026-03-04\"}"))
                .hasStatus(404);
        assertThat(send("DELETE", "/api/v1/tasks/1", "")).hasStatus(204);
        assertThat(send("GET", "/api/v1/tasks/1", "")).hasStatus(404);
    }

    @Test
    void storesNaughtyTitlesAsTheyAre() {
        for (String text : NaughtyStrings.all()) {
            String title = text.strip();
            MvcTestResult answer = send(
                    "POST",
                    "/api/v1/customers/" + ana + "/tasks",
                    json.writeValueAsString(Map.of("title", text, "dueOn", "2026-03-04")));
            if (title.isEmpty()) {
                assertThat(answer).hasStatus(400);
            } else {
                assertThat(answer).as(text).hasStatus(201);
                assertThat(json.readTree(answer.getResponse().getContentAsByteArray())
                                .path("title")
                                .asString())
                        .isEqualTo(title);
            }
        }
        assertThat(body("/tasks")).doesNotContain("<script>alert");
    }

    private long plan(String title, LocalDate due) {
        post("/tasks", Map.of("title", title, "dueOn", due.toString(), "customerId", "" + ana));
        return tasks.open(200, null).items().stream()
                .filter(task -> task.title().equals(title))
                .mapToLong(TaskDetails::id)
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult post(String uri, Map<String, String> fields) {
        var request = http.post().uri(uri).with(owner()).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult send(String method, String uri, String body) {
        return http.method(HttpMethod.valueOf(method))
                .uri(uri)
                .with(token())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private String body(String uri) {
        return text(http.get().uri(uri).with(owner()).exchange());
    }

    private String piece(String uri) {
        return text(
                http.get().uri(uri).header("HX-Request", "true").with(owner()).exchange());
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}

package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.Statements;
import dev.rapport.testing.WebTest;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Goals on their pages, on the dashboard and in the trace of their figure. */
@WebTest
class GoalPagesTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessSettings business;

    private String due;

    @BeforeEach
    void aBusiness() {
        BusinessOfTwoYears.in(jdbc);
        due = business.today().plusDays(100).toString();
    }

    @Test
    void isSetSeenEditedPutAwayAndTakenBack() {
        String page = set("nps", "60").getResponse().getRedirectedUrl();
        assertThat(page).isNotNull();
        assertThat(get(page))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "NPS at least 60 by", "On the line today", "data-chart", "Win &lt;more&gt; friends", "Olivia O")
                .doesNotContain("??", "NaN");
        assertThat(get("/numbers/goals")).bodyText().contains("NPS at least 60 by");
        assertThat(get("/numbers")).bodyText().contains("NPS at least 60 by", page);
        assertThat(get("/numbers/nps")).bodyText().contains("NPS at least 60 by");
        assertThat(get("/numbers/ces")).bodyText().doesNotContain("at least 60 by");
        assertThat(get("/changes")).bodyText().contains("the goal");

        assertThat(post(page + "/edit", form("nps", "65", "version", "0"))).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains("NPS at least 65 by");
        assertThat(post(page + "/archive", Map.of())).hasStatus3xxRedirection();
        assertThat(get("/numbers/goals")).bodyText().doesNotContain("at least 65 by");
        assertThat(get("/numbers/goals?archived=true")).bodyText().contains("NPS at least 65 by");
        assertThat(get("/numbers")).bodyText().doesNotContain("at least 65 by");
        assertThat(post(page + "/restore", Map.of())).hasStatus3xxRedirection();
        assertThat(post(page + "/delete", Map.of())).hasStatus3xxRedirection();
        assertThat(get(page)).hasStatus(404);
        long deletion =
                jdbc.sql("SELECT max(id) FROM change_log").query(Long.class).single();
        assertThat(post("/changes/" + deletion + "/undo", Map.of())).hasStatus3xxRedirection();
        assertThat(get(page)).hasStatusOk();
    }

    @Test
    void anEditOfSomethingStaleShowsBoth() {
        String page = set("nps", "60").getResponse().getRedirectedUrl();
        post(page + "/edit", form("nps", "65", "version", "0"));
        assertThat(post(page + "/edit", form("nps", "70", "version", "0")))
                .hasStatus(409)
                .bodyText()
                .contains("at least 65 by", "value=\"70\"", "Save mine instead");
        assertThat(post(page + "/edit", form("nps", "70", "version", "1"))).hasStatus3xxRedirection();
    }

    @ParameterizedTest
    @CsvSource({
        "nps, 140, lies between −100 and 100",
        "retention, 120, lies between 0 and 100",
        "nps, lots, not a number",
        "nps, '', needed",
        "new-customers, 1.5, counted whole",
        "happiness, 5, no such figure"
    })
    void whatCannotBeIsSaidAtItsFieldAndKept(String metric, String target, String said) {
        assertThat(set(metric, target))
                .hasStatus(422)
                .bodyText()
                .satisfies(page -> assertThat(page.replace('-', '−')).contains(said.replace('-', '−')))
                .contains("value=\"" + target + "\"", "Win &lt;more&gt; friends");
    }

    @Test
    void theDashboardReadsGoalsInOneStatement() {
        for (String metric : new String[] {"nps", "retention", "revenue", "csat"}) {
            set(metric, "90");
        }
        get("/numbers");
        assertThat(Statements.of(() -> get("/numbers")))
                .filteredOn(statement -> statement.contains("FROM goal") || statement.contains("figure_snapshot"))
                .hasSize(1);
        assertThat(get("/numbers"))
                .bodyText()
                .satisfies(page -> assertThat(page.split("goal-name", -1))
                        .as("no more than three")
                        .hasSizeLessThanOrEqualTo(4));
    }

    @Test
    void ofABusinessWithoutFactsItIsSetAllTheSame() {
        jdbc.sql("DELETE FROM purchase").update();
        jdbc.sql("DELETE FROM answer").update();
        due = business.today().plusYears(19).toString();
        String page = set("csat", "90").getResponse().getRedirectedUrl();
        assertThat(get(page))
                .hasStatusOk()
                .bodyText()
                .contains("Not known", "there is no line")
                .doesNotContain("NaN", "??");
        assertThat(get("/numbers/goals")).hasStatusOk().bodyText().contains("Satisfaction (CSAT) at least 90");
        assertThat(get("/numbers")).hasStatusOk();
        assertThat(get(page + "?format=csv")).hasStatusOk();
    }

    @Test
    void aGroupThatIsNoneIsSaidAtItsField() {
        Map<String, String> fields = new java.util.HashMap<>(form("nps", "60"));
        fields.put("group", "stage:FOO");
        assertThat(post("/numbers/goals", fields)).hasStatus(422).bodyText().contains("A group is");
        fields.put("group", "tag:<b>&\"'");
        String page = post("/numbers/goals", fields).getResponse().getRedirectedUrl();
        assertThat(get(page)).hasStatusOk().bodyText().contains("tag &lt;b&gt;&amp;&quot;&#39;");
    }

    @Test
    void readsInChinese() {
        set("retention", "85");
        for (String page : new String[] {"/numbers/goals", "/numbers/goals/new", "/numbers/snapshots"}) {
            assertThat(http.get().uri(page).with(owner()).header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN"))
                    .hasStatusOk()
                    .bodyText()
                    .containsAnyOf("目标", "当时显示")
                    .doesNotContain("??");
        }
    }

    @Test
    void whatWasShownIsKeptAndALateEntryTold() throws UnsupportedEncodingException {
        assertThat(get("/numbers/snapshots")).hasStatusOk().bodyText().contains("Nothing kept yet");
        assertThat(post("/numbers/snapshots?metric=nps", Map.of()))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/numbers/snapshots?metric=nps");
        assertThat(get("/numbers/snapshots?metric=nps")).bodyText().contains("unchanged");
        jdbc.sql(
                        "UPDATE figure_snapshot SET day = day - 3, from_day = from_day - 3, to_day = to_day - 3, as_of = as_of - 3")
                .update();
        jdbc.sql("""
                INSERT INTO answer (customer_id, survey, score, answered_on, created_at)
                SELECT id, 'NPS', 0, current_date - 30, now() FROM customer ORDER BY id LIMIT 9""").update();
        assertThat(get("/numbers/nps"))
                .bodyText()
                .contains("this stood at", "make it", "changed by later entries")
                .doesNotContain("??");
        assertThat(get("/numbers/nps/shown"))
                .bodyText()
                .contains("this stood at")
                .doesNotContain("<html", "??");
        assertThat(get("/numbers/snapshots?metric=happiness")).hasStatus(404);
        assertThat(get("/numbers/snapshots?after=rubbish")).hasStatus(400);
    }

    private MvcTestResult set(String metric, String target) {
        return post("/numbers/goals", form(metric, target));
    }

    private Map<String, String> form(String metric, String target, String... further) {
        Map<String, String> fields = new java.util.HashMap<>(Map.of(
                "metric",
                metric,
                "group",
                "",
                "direction",
                "AT_LEAST",
                "target",
                target,
                "dueOn",
                due,
                "owner",
                "Olivia O",
                "why",
                "Win <more> friends"));
        for (int i = 0; i < further.length; i += 2) {
            fields.put(further[i], further[i + 1]);
        }
        return fields;
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = http.post().uri(path).with(owner()).with(csrf());
        for (var field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).with(owner()).exchange();
    }
}

package dev.rapport.exchange;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.MovableClock;
import dev.rapport.testing.WebTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What changed since an import is never overwritten by its undo, and is listed: before, after, on the page and by the API. */
@WebTest
class ImportUndoTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    ImportCleanup cleanup;

    private Imports imports;

    @BeforeEach
    void begin() {
        imports = new Imports(http);
    }

    @Test
    void keepsAndListsWhoWasEditedAndWhoBoughtSince() {
        Map<String, Object> done =
                imports.text("customers", "name,email\nAda,ada@a.com\nBob,bob@a.com\nCid,cid@a.com\nDan,dan@a.com\n");
        call(HttpMethod.PATCH, "/api/v1/customers/" + id("Bob"), "{\"company\": \"Bobs & Sons\"}");
        call(
                HttpMethod.POST,
                "/api/v1/customers/" + id("Cid") + "/interactions",
                "{\"kind\": \"CALL\", \"occurredAt\": \"2026-11-01T10:00:00Z\"}");

        assertThat(page(done, "/undo"))
                .contains("Bob", "Cid")
                .doesNotContain("Ada")
                .doesNotContain("Dan");
        assertThat(names()).containsExactly("Ada", "Bob", "Cid", "Dan");

        Map<String, Object> undone = imports.undo(done);
        assertThat(names()).containsExactly("Bob", "Cid");
        assertThat(jdbc.sql("SELECT company FROM customer WHERE name = 'Bob'")
                        .query(String.class)
                        .single())
                .isEqualTo("Bobs & Sons");
        assertThat(JsonPath.<Integer>read(undone, "$.undone.customers")).isEqualTo(2);
        assertThat(JsonPath.<List<String>>read(undone, "$.undone.kept[*].name")).containsExactly("Bob");
        assertThat(JsonPath.<List<String>>read(undone, "$.undone.stripped[*].name"))
                .containsExactly("Cid");
        assertThat(page(done, "")).contains("Bob", "Cid", "Stay as they are").doesNotContain("Ada");
    }

    @Test
    void putsBackWhatItChangedUnlessItWasTouchedSince() {
        imports.text("customers", "externalId,name,city\n1,Ada,Rome\n2,Bob,Oslo\n");
        Map<String, Object> done = imports.text("customers", "externalId,name,city\n1,Ada,Paris\n2,Bob,Paris\n");
        assertThat(done).containsEntry("updated", 2);
        call(HttpMethod.PATCH, "/api/v1/customers/" + id("Bob"), "{\"city\": \"Bergen\"}");

        assertThat(page(done, "/undo")).contains("Bob").doesNotContain("Ada");
        Map<String, Object> undone = imports.undo(done);
        assertThat(jdbc.sql("SELECT city FROM customer ORDER BY name")
                        .query(String.class)
                        .list())
                .containsExactly("Rome", "Bergen");
        assertThat(JsonPath.<List<String>>read(undone, "$.undone.kept[*].name")).containsExactly("Bob");
    }

    @Test
    void countsBeforehandWhatItThenDoes() {
        imports.text("purchases", "externalId,purchaseId,date,amount\nX,P1,2026-01-02,5\nX,P2,2026-01-02,6\n");
        Map<String, Object> done = imports.text(
                "purchases",
                "externalId,purchaseId,date,amount\nX,P1,2026-01-03,7\nX,P2,2026-01-02,8\nX,P3,2026-01-04,9\nX,P4,2026-01-04,9\nY,P5,2026-01-05,1\nZ,P6,2026-01-05,1\n");
        assertThat(done).containsEntry("created", 4).containsEntry("updated", 2).containsEntry("customersCreated", 2);
        for (String touched : List.of("P2", "P3", "P6")) {
            long purchase = jdbc.sql("SELECT id FROM purchase WHERE external_id = ?")
                    .param(touched)
                    .query(Long.class)
                    .single();
            jdbc.sql("UPDATE purchase SET note = 'mine', version = version + 1 WHERE id = ?")
                    .param(purchase)
                    .update();
        }
        assertThat(page(done, "/undo")).contains(">2<", ">1<", "3 were edited since");
        Map<String, Object> undone = imports.undo(done);
        assertThat(JsonPath.<Integer>read(undone, "$.undone.records")).isEqualTo(2);
        assertThat(JsonPath.<Integer>read(undone, "$.undone.customers")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(undone, "$.undone.recordsKept")).isEqualTo(3);
        assertThat(JsonPath.<Integer>read(undone, "$.undone.customersStripped")).isEqualTo(1);
        assertThat(jdbc.sql("SELECT external_id || ' ' || amount::integer FROM purchase ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("P1 5", "P2 8", "P3 9", "P6 1");
    }

    @Test
    void isPossibleForThirtyDays() {
        Map<String, Object> done = imports.text("customers", "name,email\nAda,ada@a.com\n");
        clock.advance(Duration.ofDays(31));
        assertThat(page(done, "")).contains("can no longer be undone");
        assertThat(http.method(HttpMethod.DELETE)
                        .uri("/api/v1/imports/" + done.get("id"))
                        .with(Accounts.token())
                        .exchange())
                .hasStatus(400);
        cleanup.run();
        assertThat(names()).containsExactly("Ada");
        assertThat(http.get().uri("/imports/" + done.get("id")).with(owner()).exchange())
                .hasStatusOk();
    }

    private void call(HttpMethod method, String uri, String body) {
        MvcTestResult result = http.method(method)
                .uri(uri)
                .with(Accounts.token())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(result).hasStatus2xxSuccessful();
    }

    private String page(Map<String, Object> imported, String path) {
        MvcTestResult page = http.get()
                .uri("/imports/" + imported.get("id") + path)
                .with(owner())
                .exchange();
        assertThat(page).hasStatusOk();
        String text = new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        return text.substring(text.indexOf("id=\"content\""));
    }

    private long id(String name) {
        return jdbc.sql("SELECT id FROM customer WHERE name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private List<String> names() {
        return jdbc.sql("SELECT name FROM customer ORDER BY name")
                .query(String.class)
                .list();
    }
}

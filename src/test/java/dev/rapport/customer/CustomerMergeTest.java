package dev.rapport.customer;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.platform.Refused;
import dev.rapport.platform.Undo;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.WebTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class CustomerMergeTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    CustomerMerge merge;

    @Autowired
    CustomerService customers;

    @Autowired
    CustomerSummaries summaries;

    @Autowired
    Undo undo;

    @Autowired
    JdbcClient jdbc;

    private long kept;
    private long gone;

    @BeforeEach
    void onePersonTwice() {
        kept = customers
                .register(
                        CustomerMother.of("Marta Bianchi", "Studio Nord"),
                        Contacts.of("marta@x.example", null),
                        LifecycleStage.PURCHASE)
                .id();
        gone = customers
                .register(
                        CustomerMother.known("M. Bianchi", "C-7"),
                        Contacts.of("MARTA@y.example", "+39 02 5550118"),
                        LifecycleStage.LOYALTY)
                .id();
        for (long id : List.of(kept, gone)) {
            api(id, "purchases", "{\"purchasedOn\":\"2026-01-02\",\"amount\":100}");
            api(
                    id,
                    "interactions",
                    "{\"kind\":\"NOTE\",\"occurredAt\":\"2026-01-01T10:00:00Z\",\"subject\":\"Of " + id + "\"}");
            api(id, "answers", "{\"survey\":\"NPS\",\"score\":9,\"answeredOn\":\"2026-01-03\"}");
            api(id, "tasks", "{\"title\":\"Call\",\"dueOn\":\"2026-12-01\"}");
        }
    }

    @Test
    void movesEverythingAndGoesBackWhole() {
        List<String> before = everything();

        long change = merge.merge(kept, gone, Set.of("stage"));

        assertThat(jdbc.sql(
                                "SELECT concat_ws(' ', c.name, c.company, c.external_id, c.stage, s.purchases, s.interactions) FROM customer c JOIN customer_summary s ON s.customer_id = c.id")
                        .query(String.class)
                        .list())
                .containsExactly("Marta Bianchi Studio Nord C-7 LOYALTY 2 2");
        assertThat(jdbc.sql("SELECT value FROM contact_point ORDER BY position")
                        .query(String.class)
                        .list())
                .containsExactly("marta@x.example", "MARTA@y.example", "+39 02 5550118");
        List<String> merged = everything();
        summaries.rebuildAll();
        assertThat(everything()).isEqualTo(merged);

        undo.undo(change);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void leavesWhatCameSinceWithTheOneWhoStayed() {
        long change = merge.merge(kept, gone, Set.of());
        api(kept, "purchases", "{\"purchasedOn\":\"2026-02-02\",\"amount\":50}");
        undo.undo(change);
        assertThat(jdbc.sql("SELECT purchases FROM customer_summary ORDER BY customer_id")
                        .query(Integer.class)
                        .list())
                .containsExactly(2, 1);
    }

    @Test
    void losesNoFactWhenTheUndoIsUndone() {
        long change = merge.merge(kept, gone, Set.of());
        undo.undo(change);
        long undoing = jdbc.sql("SELECT id FROM change_log WHERE undoes = " + change)
                .query(Long.class)
                .single();
        try {
            undo.undo(undoing);
        } catch (Refused e) {
            assertThat(e.key()).isEqualTo("platform.refused.cannot-undo");
        }
        assertThat(jdbc.sql(
                                "SELECT (SELECT count(*) FROM purchase) + (SELECT count(*) FROM answer) + (SELECT count(*) FROM interaction)")
                        .query(Long.class)
                        .single())
                .isEqualTo(6);
    }

    @Test
    void refusesOneWithThemselves() {
        assertThatThrownBy(() -> merge.merge(kept, kept, Set.of())).isInstanceOf(Refused.class);
    }

    @Test
    void isPreviewedSideBySide() {
        assertThat(http.get().uri("/customers/" + kept + "/merge?query=bianchi").with(owner()))
                .hasStatusOk()
                .bodyText()
                .contains("M. Bianchi", "/customers/" + kept + "/merge/" + gone);
        jdbc.sql("UPDATE contact_point SET normalized = 'marta@x.example' WHERE value = 'MARTA@y.example'")
                .update();
        assertThat(http.get().uri("/customers/" + kept + "/merge").with(owner()))
                .bodyText()
                .contains("M. Bianchi");
        assertThat(http.get().uri("/customers/" + kept + "/merge/" + gone).with(owner()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Merge M. Bianchi into Marta Bianchi",
                        "Take “M. Bianchi”",
                        "Take “Loyalty”",
                        "one interaction, one purchase");
        assertThat(http.post()
                        .uri("/customers/" + kept + "/merge/" + gone + "?take=name")
                        .with(owner())
                        .with(csrf()))
                .hasRedirectedUrl("/customers/" + kept);
        assertThat(http.get().uri("/customers/" + kept + "/history").with(owner()))
                .hasStatusOk()
                .bodyText()
                .contains("merged another customer into “M. Bianchi”");
    }

    private List<String> everything() {
        return jdbc.sql("""
                        SELECT concat(to_jsonb(c) - 'version', (SELECT jsonb_agg(p ORDER BY id) FROM contact_point p WHERE customer_id = c.id),
                          (SELECT jsonb_agg(s ORDER BY id) FROM stage_change s WHERE customer_id = c.id),
                          (SELECT jsonb_agg(to_jsonb(t) - 'version' ORDER BY id) FROM task t WHERE customer_id = c.id),
                          (SELECT jsonb_agg(to_jsonb(t) - 'version' ORDER BY id) FROM purchase t WHERE customer_id = c.id),
                          (SELECT jsonb_agg(to_jsonb(t) - 'version' ORDER BY id) FROM interaction t WHERE customer_id = c.id),
                          (SELECT jsonb_agg(t ORDER BY id) FROM timeline_entry t WHERE customer_id = c.id),
                          (SELECT jsonb_agg(t ORDER BY day) FROM purchase_day t WHERE customer_id = c.id),
                          (SELECT to_jsonb(s) FROM customer_summary s WHERE customer_id = c.id))
                        FROM customer c ORDER BY id""").query(String.class).list();
    }

    private void api(long id, String what, String body) {
        assertThat(http.post()
                        .uri("/api/v1/customers/" + id + "/" + what)
                        .with(Accounts.token())
                        .contentType("application/json")
                        .content(body))
                .hasStatus(201);
    }
}

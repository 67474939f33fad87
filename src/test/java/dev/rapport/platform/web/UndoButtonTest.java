package dev.rapport.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.testing.Accounts;
import dev.rapport.testing.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Undo leaves people where they were, unless what they look for is elsewhere. */
@WebTest
class UndoButtonTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aCustomerWithAFollowUpThatWasRenamed() {
        jdbc.sql("""
                INSERT INTO customer (id, name, sort_key, stage, acquired_on, created_at)
                VALUES (7, 'Ana', '\\x00', 'LOYALTY', '2026-01-02', '2026-01-02T03:04:05Z')""").update();
        jdbc.sql(
                        "INSERT INTO task (id, customer_id, title, due_on, created_at) VALUES (3, 7, 'New', '2026-01-02', now())")
                .update();
        jdbc.sql("""
                INSERT INTO change_log (id, happened_at, account_id, via, entity, entity_id, customer_id, action, before, after)
                SELECT 1000, now(), 1, 'PAGE', 'task', 3, 7, 'CHANGED',
                  jsonb_build_object('task', jsonb_build_array(to_jsonb(t) || '{"title": "Old"}')),
                  jsonb_build_object('task', jsonb_build_array(to_jsonb(t))) FROM task t""").update();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost/tasks?query=x, /tasks",
        "http://evil.example/tasks, /customers/7",
        "http://localhost//evil.example, /customers/7",
        "::, /customers/7"
    })
    void leadsBackToAPageOfOursOnly(String from, String to) {
        assertThat(http.post()
                        .uri("/changes/1000/undo")
                        .header("Referer", from)
                        .with(Accounts.owner())
                        .with(csrf()))
                .hasRedirectedUrl(to);
        assertThat(jdbc.sql("SELECT title FROM task").query(String.class).single())
                .isEqualTo("Old");
    }

    @Test
    void leadsToTheCustomerWithoutIt() {
        assertThat(http.post().uri("/changes/1000/undo").with(Accounts.owner()).with(csrf()))
                .hasRedirectedUrl("/customers/7");
    }
}

package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.testing.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What happened on a day, from the form to the charts. */
@WebTest
class ChartNotesTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void someoneBought() {
        jdbc.sql(
                        "INSERT INTO customer (name, sort_key, stage, acquired_on, created_at) VALUES ('Ada', '', 'PURCHASE', '2026-01-01', now())")
                .update();
        jdbc.sql("""
                INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                VALUES (1, '2026-02-10', 10, 'USD', 1, 10, now())""").update();
    }

    @Test
    void isDrawnAtItsStepOfEveryChart() {
        assertThat(pin("2026-03-15", "Doubled the rent")).hasRedirectedUrl("/numbers/notes");
        pin("2026-03-02", "Fair <!--<script>");
        pin("2024-01-01", "Long ago");

        assertThat(get("/numbers?from=2026-01-01&to=2026-06-30"))
                .bodyText()
                // January, February, March
                .contains("\"marks\":[{\"at\":2,\"text\":\"Fair \\u003C!--\\u003Cscript> \\u00B7 Doubled the rent\"}]")
                .contains("15 Mar 2026", "Fair &lt;!--&lt;script&gt;")
                .doesNotContain("Long ago", "<!--<script>");
        assertThat(get("/numbers/notes")).bodyText().contains("Doubled the rent", "Long ago");
    }

    @Test
    void wantsADayAndAText() {
        assertThat(pin("2026-03-15", "  ")).hasStatus(422).bodyText().contains("2026-03-15");
        assertThat(pin("soon", "Doubled the rent")).hasStatus(422).bodyText().contains("Doubled the rent");
        assertThat(pin("2026-03-15", "x".repeat(501))).hasStatus(422);
    }

    @Test
    void goesAndComesBack() {
        pin("2026-03-15", "Doubled the rent");

        assertThat(post("/numbers/notes/1/delete")).hasRedirectedUrl("/numbers/notes");
        assertThat(get("/numbers/notes")).bodyText().doesNotContain("Doubled the rent");

        post("/changes/2/undo");
        assertThat(get("/numbers/notes")).bodyText().contains("Doubled the rent");
        assertThat(get("/changes")).bodyText().contains("Doubled the rent");
    }

    private MvcTestResult pin(String day, String text) {
        return post("/numbers/notes", "day", day, "text", text);
    }

    private MvcTestResult post(String path, String... fields) {
        var request = http.post().uri(path).with(owner()).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).with(owner()).exchange();
    }
}

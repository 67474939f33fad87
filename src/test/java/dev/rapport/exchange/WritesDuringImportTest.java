package dev.rapport.exchange;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.testing.Accounts;
import dev.rapport.testing.WebTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who writes to customers whom an import holds is told so within seconds; nothing that anybody wrote is lost. */
@WebTest
class WritesDuringImportTest {
    private static final String DAYS = """
            SELECT customer_id || ' ' || day || ' ' || coalesce(previous_day::text, '-') || ' ' || coalesce(next_day::text, '-')
                   || ' ' || first_day || ' ' || reach
            FROM purchase_day ORDER BY customer_id, day""";

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Test
    void areToldThatItIsBusyAndKeepWhatWasTyped() throws Exception {
        long ada = customer();
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT 1 FROM customer_summary WHERE customer_id = " + ada + " FOR NO KEY UPDATE");
            MvcTestResult page = http.post()
                    .uri("/customers/" + ada + "/purchases")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .param("purchasedOn", "2026-10-01")
                    .param("amount", "12.50")
                    .param("note", "two linen bags")
                    .with(owner())
                    .with(csrf())
                    .exchange();
            assertThat(page).hasStatus(503).headers().hasValue("Retry-After", "10");
            assertThat(page.getResponse().getContentAsString(StandardCharsets.UTF_8))
                    .contains("Rapport is busy with this", "two linen bags", "Send it again");
            MvcTestResult program = buy(ada, "2026-10-01", "purchased-while-held");
            assertThat(program).hasStatus(503).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
            other.rollback();
        }
        assertThat(count("purchase")).isZero();
        assertThat(buy(ada, "2026-10-01", "purchased-afterwards")).hasStatus(201);
    }

    @Test
    void loseNothingOfEachOther() throws SQLException {
        long ada = customer();
        var imports = new Imports(http);
        String rows = IntStream.range(0, 300)
                .mapToObj(i -> "A,P%d,2026-%02d-%02d,1".formatted(i, 1 + i % 9, 1 + i % 25))
                .collect(Collectors.joining("\n", "externalId,purchaseId,purchasedOn,amount\n", "\n"));
        Map<String, Object> begun = imports.begin("purchases", rows);
        List<CompletableFuture<MvcTestResult>> writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.supplyAsync(() -> {
                    MvcTestResult last = buy(ada, "2026-01-27", "first-of-writer-" + writer);
                    for (int i = 0; i < 4 && last.getResponse().getStatus() == 201; i++) {
                        last = buy(
                                ada, "2026-10-%02d".formatted(1 + 4 * writer + i), "writer-" + writer + "-buys-" + i);
                    }
                    return last;
                }))
                .toList();
        for (CompletableFuture<MvcTestResult> writer : writers) {
            assertThat(writer.join()).hasStatus(201);
        }
        assertThat(imports.ended(begun)).containsEntry("state", "DONE").containsEntry("created", 300);

        assertThat(jdbc.sql("SELECT purchases || ' ' || revenue::integer FROM customer_summary WHERE customer_id = ?")
                        .param(ada)
                        .query(String.class)
                        .single())
                .isEqualTo("320 " + (300 + 20 * 5));
        List<String> kept = jdbc.sql(DAYS).query(String.class).list();
        // Works all of them out anew, with nobody beside.
        jdbc.sql("UPDATE purchase SET note = 'seen'").update();
        assertThat(kept).isEqualTo(jdbc.sql(DAYS).query(String.class).list());
    }

    private MvcTestResult buy(long customer, String day, String key) {
        return http.post()
                .uri("/api/v1/customers/" + customer + "/purchases")
                .with(Accounts.token())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"purchasedOn\": \"%s\", \"amount\": 5}".formatted(day))
                .exchange();
    }

    private long customer() {
        new Imports(http).text("customers", "externalId,name\nA,Ada\n");
        return jdbc.sql("SELECT id FROM customer").query(Long.class).single();
    }

    private int count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }
}

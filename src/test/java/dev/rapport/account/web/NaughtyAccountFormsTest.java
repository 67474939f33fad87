package dev.rapport.account.web;

import static dev.rapport.testing.Accounts.OWNER_EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapport.testing.WebTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** The big list of naughty strings through every field of the account's forms. */
@WebTest
class NaughtyAccountFormsTest {
    private static final List<String> FIELDS = List.of(
            "name", "language", "country", "currency", "zone", "margin", "rate", "clvYears", "churnDays", "version");

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private final List<String> naughty = new ArrayList<>();
    private Browser owner;

    @BeforeEach
    void read() throws IOException {
        Path file = Path.of(System.getProperty("rapport.data", "../shared/data"), "naughty", "blns.json");
        assumeTrue(Files.exists(file), "SKIPPED: " + file.toAbsolutePath() + " is missing; set -Drapport.data");
        json.readTree(Files.readString(file)).forEach(each -> naughty.add(each.stringValue()));
        naughty.add("nul\0inside");
        naughty.add("half a pair \uD83D");
        owner = Browser.signIn(http, OWNER_EMAIL);
    }

    @Test
    void areShownAsTypedAsANameAndNeverExecuted() throws Exception {
        for (String text : naughty) {
            MvcTestResult saved = owner.post("/account", "name", text, "language", "en");
            int status = saved.getResponse().getStatus();
            assertThat(status).as(text).isIn(302, 422);
            if (status == 302 && !text.isBlank()) {
                assertThat(jdbc.sql("SELECT name FROM account WHERE id = 1")
                                .query(String.class)
                                .single())
                        .isEqualTo(text.strip());
            }
        }
        owner.post("/account", "name", "<script>alert(1)</script>", "language", "en");
        assertThat(owner.get("/account"))
                .bodyText()
                .doesNotContain("<script>alert")
                .contains(HtmlUtils.htmlEscape("<script>alert(1)</script>"));
    }

    @Test
    void breakNoFormOfTheSettings() {
        for (int i = 0; i < naughty.size(); i++) {
            String text = naughty.get(i);
            jdbc.sql("DELETE FROM sign_in_failure").update();
            String field = FIELDS.get(i / 4 % FIELDS.size());
            assertNoFailure(
                    switch (i % 4) {
                        case 0 -> owner.post("/settings", "version", "0", field, text);
                        case 1 -> owner.post("/account/password", "old", text, "password", text);
                        case 2 -> owner.post("/settings/tokens", "name", text, "password", text);
                        default -> owner.post("/settings/people", "note", text, "password", text);
                    },
                    text);
        }
    }

    /** Each costs an unknown name its full hash, so some are enough; the last two are what PostgreSQL can't store. */
    @Test
    void breakNotTheSignIn() {
        for (int i = naughty.size() - 1; i >= 0; i -= i > naughty.size() - 3 ? 1 : 16) {
            jdbc.sql("DELETE FROM sign_in_failure").update();
            assertNoFailure(Browser.login(http, naughty.get(i), naughty.get(i)), naughty.get(i));
        }
    }

    private static void assertNoFailure(MvcTestResult answer, String text) {
        assertThat(answer.getResponse().getStatus()).as(text).isLessThan(500);
    }
}

package dev.rapport.platform.web;

import static dev.rapport.testing.Accounts.owner;
import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.testing.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** PostgreSQL found a page whose checksum is wrong: what it then says, said here by a trigger. */
@WebTest
class DamagedPageTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void damage() {
        jdbc.sql("CREATE FUNCTION damaged() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " RAISE EXCEPTION 'invalid page in block 1 of relation base/16384/16385' USING ERRCODE = 'XX001';"
                        + " END $$")
                .update();
        jdbc.sql("CREATE TRIGGER damaged BEFORE INSERT ON customer EXECUTE FUNCTION damaged()")
                .update();
    }

    @AfterEach
    void mend() {
        jdbc.sql("DROP FUNCTION damaged() CASCADE").update();
    }

    @Test
    void aPageSaysSoWithTheWayOut() {
        assertThat(http.post()
                        .uri("/customers")
                        .with(owner())
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("name", "Zoë")
                        .param("stage", "PURCHASE")
                        .param("kind", "PERSON")
                        .param("acquiredOn", "2026-11-01"))
                .hasStatus(500)
                .bodyText()
                .contains("The database is damaged", "restore the newest backup", "name=\"name\"")
                .doesNotContain("invalid page");
    }

    @Test
    void aProgramIsToldToo() {
        assertThat(http.post()
                        .uri("/api/v1/customers")
                        .with(token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Zoë\"}"))
                .hasStatus(500)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("isn’t as it was written");
    }
}

package dev.rapport.exchange.web;

import static dev.rapport.testing.Accounts.helper;
import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.testing.Accounts;
import dev.rapport.testing.Statements;
import dev.rapport.testing.WebTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class ImportPagesTest {
    private static final String ORDERS = """
            customer_id,order_date,revenue,first_name,last_name,email
            A1,03/11/2026,32,Brion,Stark,brion@example.com
            A2,04/11/2026,36.5,Ethyl,Botsford,ethyl@example.com
            A2,31/11/2026,36.5,Ethyl,Botsford,ethyl@example.com
            """;

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Test
    void leadsFromTheFileToTheResultAndBack() throws Exception {
        assertThat(get("/imports")).hasStatusOk().bodyText().contains("/imports/new");
        assertThat(get("/imports/new?kind=purchases")).hasStatusOk().bodyText().contains("multipart/form-data");

        String page = upload(ORDERS);
        assertThat(get(page))
                .hasStatusOk()
                .bodyText()
                .contains("Brion Stark", "customer_id", "d/M/yyyy", page + "/trial");
        assertThat(get(page + "/trial")).hasStatusOk().bodyText().contains("New purchases");
        assertThat(count("purchase")).isZero();

        assertThat(map(page, "d/M/yyyy", true)).hasStatus3xxRedirection();
        await().atMost(Duration.ofSeconds(30)).until(() -> state(page).equals("DONE"));
        assertThat(get(page)).hasStatusOk().bodyText().contains("Rejected rows (1)", "31/11/2026");
        assertThat(get(page + "/rejected.csv"))
                .hasStatusOk()
                .bodyText()
                .contains("email,Reason it was left out", "A2,31/11/2026,36.5,Ethyl,Botsford,ethyl@example.com,⚠ ");
        assertThat(count("purchase")).isEqualTo(2);

        assertThat(get(page + "/undo")).hasStatusOk().bodyText().contains("Undo this import");
        assertThat(count("purchase")).isEqualTo(2);
        assertThat(http.post().uri(page + "/undo").with(owner()).with(csrf())).hasStatus3xxRedirection();
        assertThat(count("purchase") + count("customer")).isZero();
        assertThat(get("/imports")).bodyText().contains("Undone");
    }

    @Test
    void showsTheNewMappingAtOnceWhereTheScriptAsks() {
        String page = upload(ORDERS);
        MvcTestResult piece = http.post()
                .uri(page)
                .header("HX-Request", "true")
                .param("kind", "customers")
                .param("delimiter", ",")
                .param("header", "true")
                .param("encoding", "UTF-8")
                .with(owner())
                .with(csrf())
                .exchange();
        assertThat(piece).hasStatusOk().bodyText().contains("id=\"mapping\"").contains("selected");
        assertThat(get(page)).bodyText().doesNotContain("exchange.");
    }

    @Test
    void readsTheNextFileOfTheSameShapeTheSameWayUntilItIsToldToForget() {
        String first = upload(ORDERS);
        assertThat(get(first)).bodyText().doesNotContain("are read as in");
        assertThat(http.post()
                        .uri(first)
                        .param("kind", "purchases")
                        .param("delimiter", ",")
                        .param("header", "true")
                        .param("encoding", "UTF-8")
                        .param("dateFormat", "M/d/yyyy")
                        .param("columns", "externalId", "purchasedOn", "amount", "company", "", "")
                        .param("createCustomers", "true")
                        .param("begin", "true")
                        .with(owner())
                        .with(csrf()))
                .hasStatus3xxRedirection();
        await().atMost(Duration.ofSeconds(30)).until(() -> state(first).equals("DONE"));

        String next = upload(ORDERS);
        String company = "value=\"company\"\\s+selected";
        assertThat(get(next))
                .bodyText()
                .contains("are read as in", next + "/forget")
                .containsPattern(company);
        assertThat(http.post().uri(next + "/forget").with(owner()).with(csrf())).hasStatus3xxRedirection();
        assertThat(get(next)).bodyText().doesNotContain("are read as in").doesNotContainPattern(company);
        assertThat(get(upload(ORDERS))).bodyText().doesNotContain("are read as in");
    }

    @Test
    void keepsTheFormWhenTheMappingLacksAColumn() {
        String page = upload(ORDERS);
        MvcTestResult refused = http.post()
                .uri(page)
                .param("kind", "purchases")
                .param("delimiter", ",")
                .param("header", "true")
                .param("encoding", "UTF-8")
                .param("columns", "externalId", "", "amount", "", "", "")
                .param("begin", "true")
                .with(owner())
                .with(csrf())
                .exchange();
        assertThat(refused).hasStatus(422);
        assertThat(state(page)).isEqualTo("DRAFT");
    }

    @Test
    void asksForAFileOrTextAndRefusesADamagedWorkbook() {
        assertThat(http.post()
                        .uri("/imports")
                        .multipart()
                        .param("kind", "customers")
                        .with(owner())
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a file or paste some text");
        assertThat(http.post()
                        .uri("/imports")
                        .multipart()
                        .file("file", new byte[] {'P', 'K', 3, 4, 0, 0})
                        .param("kind", "customers")
                        .with(owner())
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("The file is damaged");
    }

    @Test
    void speaksChinese() {
        String page = upload(ORDERS);
        assertThat(http.get().uri(page).locale(Locale.SIMPLIFIED_CHINESE).with(owner()))
                .bodyText()
                .contains("怎样读取这个文件", "购买日期");
    }

    @Test
    void listsImportsInAsManyStatementsHoweverManyThereAre() {
        upload(ORDERS);
        jdbc.sql("UPDATE import SET state = 'DONE'").update();
        int few = Statements.of(() -> get("/imports")).size();
        jdbc.sql("""
                        INSERT INTO import (kind, file_name, stored_as, size, mapping, dry_run, state, created_at)
                        SELECT kind, file_name, stored_as, size, mapping, dry_run, state, created_at
                        FROM import, generate_series(1, 120)""").update();
        assertThat(Statements.of(() -> get("/imports"))).hasSize(few);
        assertThat(get("/imports")).bodyText().contains("/imports?after=");
    }

    @Test
    void describesTheFormOfAnUpload() {
        assertThat(http.get().uri("/api/v1/openapi.json").with(Accounts.token()))
                .bodyJson()
                .extractingPath(
                        "$.paths['/api/v1/imports'].post.requestBody.content['multipart/form-data'].schema.properties")
                .asMap()
                .containsOnlyKeys("file", "kind", "mapping", "dryRun");
    }

    @Test
    void isTheOwnersAlone() {
        for (String page : new String[] {"/imports", "/imports/new", "/imports/1", "/imports/1/rejected.csv"}) {
            assertThat(http.get().uri(page).with(helper())).as(page).hasStatus(403);
        }
    }

    private String upload(String text) {
        MvcTestResult sent = http.post()
                .uri("/imports")
                .multipart()
                .file("file", text.getBytes(StandardCharsets.UTF_8))
                .param("kind", "purchases")
                .with(owner())
                .with(csrf())
                .exchange();
        assertThat(sent).hasStatus3xxRedirection();
        return sent.getResponse().getRedirectedUrl();
    }

    private MvcTestResult map(String page, String dateFormat, boolean begin) {
        return http.post()
                .uri(page)
                .param("kind", "purchases")
                .param("delimiter", ",")
                .param("header", "true")
                .param("encoding", "UTF-8")
                .param("dateFormat", dateFormat)
                .param("decimal", "auto")
                .param("columns", "externalId", "purchasedOn", "amount", "firstName", "lastName", "email")
                .param("createCustomers", "true")
                .param("begin", String.valueOf(begin))
                .with(owner())
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String page) {
        return http.get().uri(page).with(owner()).exchange();
    }

    private String state(String page) {
        return jdbc.sql("SELECT state FROM import WHERE id = :id")
                .param("id", Long.parseLong(page.substring(page.lastIndexOf('/') + 1)))
                .query(String.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}

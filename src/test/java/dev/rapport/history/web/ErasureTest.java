package dev.rapport.history.web;

import static dev.rapport.testing.Accounts.helper;
import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.account.BusinessChanged;
import dev.rapport.customer.ConsentEntry;
import dev.rapport.customer.ConsentService;
import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.CustomerProfile;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.RapportHome;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.WebTest;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whatever says "Zebedee" is of the person. */
@WebTest
class ErasureTest {
    private static final String TABLES = """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'flyway%'""";

    @Autowired
    MockMvcTester http;

    @Autowired
    CustomerService customers;

    @Autowired
    ConsentService consents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RapportHome home;

    @Autowired
    ApplicationContext context;

    private long id;

    @BeforeEach
    void aPersonWithEverything() throws Exception {
        Files.deleteIfExists(home.path().resolve("erased-customers"));
        CustomerProfile profile = new CustomerProfile(
                CustomerKind.PERSON,
                "Zebedee Quill",
                "Zebedee-1",
                "Zebedee & Sons",
                "Zebedee",
                "a friend of Zebedee",
                "en",
                "GB",
                "Zebedeeville",
                "1 Zebedee Road",
                "https://zebedee.example",
                LocalDate.of(1980, 1, 1),
                LocalDate.of(2025, 1, 1),
                List.of("zebedee", "vip"),
                "Zebedee needs",
                "About Zebedee");
        id = customers
                .register(profile, Contacts.of("zebedee@x.example", "+44 20 7946 0000"), LifecycleStage.LOYALTY)
                .id();
        for (String other : List.of("Ana", "Ben")) {
            customers.register(
                    new CustomerProfile(
                            CustomerKind.PERSON,
                            other,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            LocalDate.of(2025, 1, 1),
                            List.of("vip"),
                            null,
                            null),
                    Contacts.NONE,
                    LifecycleStage.LOYALTY);
        }
        consents.record(id, new ConsentEntry("News", true, LocalDate.of(2025, 2, 1), "Zebedee ticked the box"));
        api(
                "interactions",
                "{\"kind\":\"NOTE\",\"occurredAt\":\"2026-01-01T10:00:00Z\",\"subject\":\"Zebedee called\",\"body\":\"Zebedee said\"}");
        api(
                "purchases",
                "{\"purchasedOn\":\"2026-01-02\",\"amount\":120.5,\"product\":\"Bag\",\"note\":\"For Zebedee\"}");
        api(
                "answers",
                "{\"survey\":\"NPS\",\"score\":9,\"answeredOn\":\"2026-01-03\",\"comment\":\"Zebedee is glad\"}");
        api("tasks", "{\"title\":\"Call Zebedee\",\"dueOn\":\"2026-12-01\"}");
        jdbc.sql(
                        "INSERT INTO import (id, kind, file_name, stored_as, size, mapping, dry_run, state, created_at) VALUES (1, 'CUSTOMERS', 'a.csv', 'no-such-file', 1, '{}', false, 'DONE', now())")
                .update();
        jdbc.sql("INSERT INTO import_rejection (import_id, line, key, args) VALUES (1, 3, 'x', '{zebedee@x.example}')")
                .update();
        jdbc.sql(
                        "INSERT INTO import_image (import_id, entity, record_id, before, after) VALUES (1, 'customer', :id, '{\"name\": \"Zebedee\"}', '{}')")
                .param("id", id)
                .update();
    }

    @AfterEach
    void forgetTheFile() throws Exception {
        Files.deleteIfExists(home.path().resolve("erased-customers"));
    }

    @Test
    void leavesThePersonNowhere() {
        assertThat(mentions()).isNotEmpty();
        assertThat(get("/customers/" + id + "/erasure"))
                .hasStatusOk()
                .bodyText()
                .contains("One purchase", "can’t be undone");
        BusinessFigures before = figures();

        assertThat(erase("By mail", Accounts.PASSWORD)).hasRedirectedUrl("/customers/" + id);

        assertThat(mentions()).isEmpty();
        assertThat(figures()).isEqualTo(before);
        assertThat(jdbc.sql(
                                "SELECT tags[1] || ' ' || cardinality(tags) || ' ' || coalesce(source, '-') FROM customer WHERE id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("vip 1 -");
        assertThat(get("/customers/" + id)).hasStatusOk().bodyText().contains("Erased customer " + id, "Bag");
        assertThat(get("/customers/" + id + "/history"))
                .hasStatusOk()
                .bodyText()
                .contains("deleted for good");
        assertThat(get("/erasures"))
                .hasStatusOk()
                .bodyText()
                .contains("No. " + id, "By mail", "Olivia Owner", "One purchase");
        assertThat(get("/changes")).hasStatusOk().bodyText().contains("added the record of an erasure");
    }

    @Test
    void isTheOwnersAloneWithTheirPasswordAndAReason() {
        assertThat(http.get().uri("/customers/" + id + "/erasure").with(helper()))
                .hasStatus(403);
        assertThat(http.get().uri("/erasures").with(helper())).hasStatus(403);
        assertThat(erase("By mail", "wrong-password-of-mine")).hasStatus(422);
        assertThat(erase(" ", Accounts.PASSWORD)).hasStatus(422).bodyText().contains("Say why");
        assertThat(mentions()).isNotEmpty();
        erase("By mail", Accounts.PASSWORD);
        assertThat(erase("Again", Accounts.PASSWORD)).hasStatus(422).bodyText().contains("erased already");
    }

    @Test
    void happensAgainWhenAnOlderArchiveBringsThePersonBack() {
        Map<String, Object> row = jdbc.sql("SELECT created_at FROM customer WHERE id = :id")
                .param("id", id)
                .query()
                .singleRow();
        erase("By mail", Accounts.PASSWORD);
        jdbc.sql("DELETE FROM erasure").update();
        jdbc.sql("UPDATE customer SET name = 'Zebedee Quill', erased_at = NULL, created_at = :at WHERE id = :id")
                .param("at", row.get("created_at"))
                .param("id", id)
                .update();

        context.publishEvent(new BusinessChanged());

        assertThat(mentions()).isEmpty();
        assertThat(get("/erasures")).bodyText().contains("an older archive had brought the person back");
    }

    @Test
    void leavesAloneACustomerOfTheSameNumberInAnotherDatabase() {
        erase("By mail", Accounts.PASSWORD);
        jdbc.sql("DELETE FROM erasure").update();
        jdbc.sql("UPDATE customer SET name = 'Zebedee Quill', erased_at = NULL, created_at = now() WHERE id = :id")
                .param("id", id)
                .update();
        context.getBeansOfType(SmartLifecycle.class).get("erasedAgain").start();
        assertThat(mentions()).containsOnlyKeys("customer");
    }

    private record BusinessFigures(String purchases, String answers, String stages, String summary) {}

    private BusinessFigures figures() {
        return new BusinessFigures(
                text("SELECT string_agg(concat(purchased_on, amount, base_amount, product_id), ',') FROM purchase"),
                text("SELECT string_agg(concat(survey, score, answered_on), ',') FROM answer"),
                text("SELECT string_agg(concat(stage, changed_on), ',') FROM stage_change"),
                text(
                        "SELECT string_agg(concat(purchases, revenue, last_score), ',' ORDER BY customer_id) FROM customer_summary"));
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private Map<String, Long> mentions() {
        Map<String, Long> found = new TreeMap<>();
        for (String table : jdbc.sql(TABLES).query(String.class).list()) {
            long rows = jdbc.sql(
                            "SELECT count(*) FROM %s t WHERE to_jsonb(t)::text ~* 'zebedee|442079460000|7a656265646565'"
                                    .formatted(table))
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                found.put(table, rows);
            }
        }
        return found;
    }

    private void api(String what, String body) {
        assertThat(http.post()
                        .uri("/api/v1/customers/" + id + "/" + what)
                        .with(Accounts.token())
                        .header("Idempotency-Key", what)
                        .contentType("application/json")
                        .content(body))
                .hasStatus(201);
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).with(owner()).exchange();
    }

    private MvcTestResult erase(String reason, String password) {
        return http.post()
                .uri("/customers/" + id + "/erasure")
                .param("reason", reason)
                .param("password", password)
                .with(owner())
                .with(csrf())
                .exchange();
    }
}

package dev.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.CustomerProfile;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.NaughtyStrings;
import dev.rapport.testing.WebTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** What goes out comes back: unchanged where it came from, equal elsewhere. */
@WebTest
class RoundTripTest {
    private static final List<String> KINDS = List.of("customers", "purchases", "answers", "interactions", "tasks");

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    CustomerService customers;

    @Test
    void changesNothingWhereItCameFromAndMakesTheSameElsewhere() throws Exception {
        fill();
        Map<String, byte[]> files = exported();
        List<String> before = contents();
        var imports = new Imports(http);
        for (String kind : KINDS) {
            Map<String, Object> result = imports.file(kind, files.get(kind), Map.of());
            assertThat(result).containsEntry("state", "DONE").containsEntry("rejected", 0);
            assertThat(result).as("%s: %s", kind, result).containsEntry("unchanged", result.get("rows"));
            assertThat((int) result.get("rows")).isPositive();
        }
        assertThat(contents()).isEqualTo(before);

        jdbc.sql("TRUNCATE customer, product, timeline_entry, purchase_day, export_origin RESTART IDENTITY CASCADE")
                .update();
        for (String kind : KINDS) {
            Map<String, Object> result = imports.file(kind, files.get(kind), Map.of());
            assertThat(result).as("%s: %s", kind, result).containsEntry("rejected", 0);
            assertThat(result).containsEntry("created", result.get("rows")).containsEntry("customersCreated", 0);
        }
        assertThat(contents()).isEqualTo(before);
        Map<String, byte[]> again = exported();
        for (String kind : KINDS) {
            assertThat(text(again.get(kind))).as(kind).isEqualTo(text(files.get(kind)));
        }
    }

    @Test
    void changesMakesAndTakesBackTasks() throws Exception {
        var imports = new Imports(http);
        Map<String, Object> first = imports.text(
                "tasks",
                "taskId,title,due,email,name\nT1,Call,2026-12-01,ada@example.com,Ada\nT2,Pay,2026-12-02,,\n,Pay,2026-12-02,,\n,Pay,2026-12-02,,Bo\n");
        assertThat(first)
                .containsEntry("created", 3)
                .containsEntry("rejected", 1)
                .containsEntry("customersCreated", 1);
        Map<String, Object> second = imports.text(
                "tasks",
                "taskId,title,due,done at\nT1,Call,2026-12-03,\nT2,Pay,2026-12-02,2026-11-20 10:00\n,Pay,2026-12-02,\n");
        assertThat(second).containsEntry("updated", 2).containsEntry("unchanged", 1);
        assertThat(tasks()).containsExactly("Call 2026-12-03 false", "Pay 2026-12-02 false", "Pay 2026-12-02 true");
        imports.undo(second);
        assertThat(tasks()).containsExactly("Call 2026-12-01 false", "Pay 2026-12-02 false", "Pay 2026-12-02 false");
        imports.undo(first);
        assertThat(tasks())
                .as("touched since by the second")
                .containsExactly("Call 2026-12-01 false", "Pay 2026-12-02 false");
    }

    private List<String> tasks() {
        return jdbc.sql("SELECT title || ' ' || due_on || ' ' || (done_at IS NOT NULL) FROM task ORDER BY 1")
                .query(String.class)
                .list();
    }

    @Test
    void keepsEveryNaughtyStringAsNameAndNote() throws Exception {
        int stored = register(NaughtyStrings.all());
        assertThat(stored).isGreaterThan(400);
        byte[] file = exported().get("customers");
        List<String> before = names();
        assertThat(new Imports(http).file("customers", file, Map.of()))
                .containsEntry("rows", stored)
                .containsEntry("unchanged", stored);
        jdbc.sql("TRUNCATE customer, timeline_entry, purchase_day, export_origin RESTART IDENTITY CASCADE")
                .update();
        assertThat(new Imports(http).file("customers", file, Map.of())).containsEntry("created", stored);
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void bringsCustomersBackFromTheirCards() throws Exception {
        fill();
        register(NaughtyStrings.all());
        List<String> before = contents("customer", "contact_point");
        byte[] file = exported("customers.vcf");
        assertThat(new Imports(http).file("customers", file, Map.of()))
                .containsEntry("rejected", 0)
                .containsEntry("updated", 0)
                .containsEntry("created", 0);
        assertThat(contents("customer", "contact_point")).isEqualTo(before);
        jdbc.sql("TRUNCATE customer, export_origin RESTART IDENTITY CASCADE").update();
        assertThat(new Imports(http).file("customers", file, Map.of())).containsEntry("rejected", 0);
        assertThat(contents("customer", "contact_point")).isEqualTo(before);
    }

    @Test
    void findsACustomerOfAnotherDatabaseByNumberElseByMail() throws Exception {
        post("/api/v1/customers", Map.of("name", "Ada", "email", "ada@example.com"));
        String file =
                "customerKey,externalId,name,email\nrother-c1,,Ada Lovelace,ada@example.com\nrother-c2,,Anne,ada@example.com\n";
        Map<String, Object> first = new Imports(http).text("customers", file);
        assertThat(first).containsEntry("updated", 1).containsEntry("created", 1);
        assertThat(new Imports(http).text("customers", file)).containsEntry("unchanged", 2);
        assertThat(new Imports(http).text("purchases", "customerKey,purchasedOn,amount\nrother-c2,2026-01-02,5\n"))
                .containsEntry("created", 1)
                .containsEntry("customersCreated", 0);
        assertThat(jdbc.sql("SELECT c.name FROM purchase p JOIN customer c ON c.id = p.customer_id")
                        .query(String.class)
                        .single())
                .isEqualTo("Anne");
    }

    @Test
    void writesNoCellThatASpreadsheetWouldRun() throws Exception {
        long id = customer(Map.of("name", "=cmd|' /C calc'!A0", "phone", "+49 30 1234567", "about", "＝1＋1"));
        post("/api/v1/customers/" + id + "/purchases", Map.of("purchasedOn", "2026-03-01", "amount", -5));
        Map<String, byte[]> files = exported();
        assertThat(text(files.get("customers"))).contains("'=cmd|", "'+49 30 1234567", "'＝1＋1");
        assertThat(text(files.get("purchases"))).contains(",-5,").contains("'=cmd|");
    }

    @Test
    void knowsNothingElse() {
        assertThat(http.get().uri("/api/v1/exports/secrets.csv").with(Accounts.token()))
                .hasStatus(404);
    }

    private void fill() throws Exception {
        long family = customer(Map.of(
                "name",
                "Ada Lovelace",
                "emails",
                List.of("family@example.com", "ada@example.com", "b@example.com"),
                "phones",
                List.of("+49 30 1234567", "030 7654321;ext 5"),
                "tags",
                List.of("vip", "a;b"),
                "stage",
                "LOYALTY",
                "birthday",
                "1815-12-10",
                "about",
                "  =1+1\n\"quoted\"\n"));
        long second = customer(Map.of(
                "name",
                "'=Byron",
                "email",
                "family@example.com",
                "externalId",
                "0042",
                "kind",
                "COMPANY",
                "country",
                "IT"));
        customer(Map.of("name", "Nobody", "archived", true));
        long nobody = customer(Map.of("name", "Nobody", "tags", List.of("、one、", "two")));
        customer(Map.of("name", "Other number", "email", "family@example.com", "externalId", "0043"));
        for (int i = 0; i < 2; i++) {
            post(
                    "/api/v1/customers/" + nobody + "/purchases",
                    Map.of("purchasedOn", "2026-02-03", "amount", 12.5, "product", "Tea, green"));
        }
        planTasks(family);
        long sold = id(post(
                "/api/v1/customers/" + family + "/purchases",
                Map.of(
                        "purchasedOn",
                        "2026-02-01",
                        "amount",
                        "100",
                        "currency",
                        "JPY",
                        "rate",
                        0.0062,
                        "cost",
                        40,
                        "note",
                        "-10% off")));
        post("/api/v1/customers/" + second + "/purchases", Map.of("purchasedOn", "2026-02-09", "amount", 0));
        post(
                "/api/v1/customers/" + family + "/purchases",
                Map.of(
                        "purchasedOn",
                        "2026-02-09",
                        "amount",
                        -30,
                        "currency",
                        "JPY",
                        "rate",
                        0.0061,
                        "refundOf",
                        sold));
        post(
                "/api/v1/customers/" + family + "/answers",
                Map.of("survey", "CSAT", "score", 5, "answeredOn", "2026-02-05", "comment", "@you\r\nfine"));
        post(
                "/api/v1/customers/" + nobody + "/answers",
                Map.of("survey", "NPS", "score", 0, "answeredOn", "2026-02-05"));
        post(
                "/api/v1/customers/" + nobody + "/interactions",
                Map.of(
                        "kind",
                        "CALL",
                        "occurredAt",
                        "2026-02-05T10:11:12.345678Z",
                        "direction",
                        "IN",
                        "subject",
                        "+1",
                        "body",
                        "\t= a tab first"));
        post(
                "/api/v1/customers/" + second + "/interactions",
                Map.of("kind", "NOTE", "occurredAt", "2026-02-05T10:11:12Z", "body", " spaces around "));
    }

    private void planTasks(long customer) throws Exception {
        String tasks = "/api/v1/customers/" + customer + "/tasks";
        post(tasks, Map.of("title", "-1 call", "dueOn", "2026-12-01", "dueTime", "09:30"));
        long done = id(post(tasks, Map.of("title", "Send offer", "dueOn", "2026-02-01")));
        assertThat(http.patch()
                        .uri("/api/v1/tasks/" + done)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"done\": true}")
                        .with(Accounts.token()))
                .hasStatusOk();
        jdbc.sql(
                        "INSERT INTO task (title, due_on, created_at) VALUES ('Pay taxes', '2026-12-31', now()), ('Pay taxes', '2026-12-31', now())")
                .update();
    }

    private Map<String, byte[]> exported() throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        for (String kind : KINDS) {
            files.put(kind, exported(kind + ".csv"));
        }
        return files;
    }

    private byte[] exported(String file) {
        MvcTestResult result =
                http.get().uri("/api/v1/exports/" + file).with(Accounts.token()).exchange();
        assertThat(result).hasStatus(200);
        return result.getResponse().getContentAsByteArray();
    }

    private List<String> contents() {
        return contents(
                "customer",
                "contact_point",
                "stage_change",
                "customer_summary",
                "purchase",
                "answer",
                "interaction",
                "task",
                "timeline_entry");
    }

    /** All that isn't the import's own: when a row came in, and by what. */
    private List<String> contents(String... tables) {
        return jdbc.sql("""
                        SELECT name || row FROM (
                          SELECT 'customer' AS name, (to_jsonb(c) - 'created_at' - 'import_id' - 'archived_at' - 'version' - 'sort_key' - 'search_text')::text
                                 || (c.archived_at IS NULL) AS row FROM customer c
                          UNION ALL SELECT 'contact_point', customer_id || kind || array_agg(value || normalized ORDER BY position)::text
                            FROM contact_point GROUP BY customer_id, kind
                          UNION ALL SELECT 'stage_change', (to_jsonb(s) - 'id' - 'created_at' - 'import_id' - 'changed_on')::text FROM stage_change s
                          UNION ALL SELECT 'customer_summary', to_jsonb(s)::text FROM customer_summary s
                          UNION ALL SELECT 'purchase', (to_jsonb(p) - 'created_at' - 'import_id' - 'external_id')::text FROM purchase p
                          UNION ALL SELECT 'answer', (to_jsonb(a) - 'created_at' - 'import_id' - 'external_id')::text FROM answer a
                          UNION ALL SELECT 'task', (to_jsonb(k) - 'created_at' - 'import_id' - 'external_id' - 'version')::text FROM task k
                          UNION ALL SELECT 'interaction', (to_jsonb(i) - 'created_at' - 'import_id' - 'external_id')::text FROM interaction i
                          UNION ALL SELECT 'timeline_entry', (to_jsonb(t) - 'id')::text FROM timeline_entry t) rows
                        WHERE name = ANY(:tables) ORDER BY 1""").param("tables", tables).query(String.class).list();
    }

    private List<String> names() {
        return jdbc.sql("SELECT name || coalesce(about, '') FROM customer ORDER BY id")
                .query(String.class)
                .list();
    }

    /** Those that can be stored, one by one. */
    private int register(List<String> strings) {
        int stored = 0;
        for (String string : strings) {
            try {
                var profile = new CustomerProfile(
                        CustomerKind.PERSON,
                        string,
                        null,
                        string,
                        null,
                        string,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        LocalDate.of(2026, 1, 5),
                        List.of(),
                        string,
                        string);
                customers.register(profile, Contacts.NONE, LifecycleStage.AWARENESS);
                stored++;
            } catch (Refused e) {
                assertThat(string).matches(it -> it.isBlank() || it.length() > 500 || !Typed.isStorable(it));
            }
        }
        return stored;
    }

    private long customer(Map<String, Object> body) throws Exception {
        return id(post("/api/v1/customers", body));
    }

    private static long id(MvcTestResult made) throws Exception {
        assertThat(made).hasStatus(201);
        return ((Number) JsonPath.read(made.getResponse().getContentAsString(StandardCharsets.UTF_8), "$.id"))
                .longValue();
    }

    private MvcTestResult post(String uri, Map<String, Object> body) {
        return http.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .with(Accounts.token())
                .exchange();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}

package dev.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.exchange.source.RealFiles;
import dev.rapport.testing.WebTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class CustomerImportTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    private Imports imports;

    @BeforeEach
    void begin() {
        imports = new Imports(http);
    }

    @Test
    void takesTheRfmFileAsCustomers() throws IOException {
        byte[] file = Files.readAllBytes(RealFiles.named("rfm_data_orders.csv"));
        Map<String, Object> first = imports.file("customers", file, Map.of());
        assertThat(first).containsEntry("state", "DONE").containsEntry("rows", 4906);
        assertThat(first).containsEntry("created", 995).containsEntry("unchanged", 3911);
        assertThat(jdbc.sql("SELECT count(*) FROM contact_point WHERE kind = 'EMAIL'")
                        .query(Long.class)
                        .single())
                .isEqualTo(995);
        assertThat(imports.file("customers", file, Map.of()))
                .containsEntry("unchanged", 4906)
                .containsEntry("created", 0);
        assertThat(imports.undo(first)).containsEntry("state", "UNDONE");
        assertThat(count("customer")).isZero();
        assertThat(count("contact_point")).isZero();
        assertThat(count("customer_summary")).isZero();
    }

    @Test
    void countsTheRowsAsIfTheyCameOneByOne() {
        Map<String, Object> result = imports.text("customers", """
                externalId,name,company,email,tags
                7,Ada,,ada@a.com,vip
                7,Ada,,ADA@a.com,vip
                7,Ada,Analytical,ada@a.com,
                7,Ada,Analytical,ada@b.com,"vip,math"
                7,Ada,,,math
                """);
        assertThat(result)
                .containsEntry("created", 1)
                .containsEntry("updated", 2)
                .containsEntry("unchanged", 2);
        assertThat(jdbc.sql("SELECT company || ' ' || array_to_string(tags, '+') FROM customer")
                        .query(String.class)
                        .single())
                .isEqualTo("Analytical vip+math");
        assertThat(jdbc.sql("SELECT value FROM contact_point ORDER BY position")
                        .query(String.class)
                        .list())
                .containsExactly("ada@a.com", "ada@b.com");
    }

    @Test
    void changesKnownCustomersAndPutsThemBack() {
        imports.text("customers", "email,name,company\nada@a.com,Ada,Old Co\nbob@a.com,Bob,Bobs\n");
        List<Map<String, Object>> before = customers();
        Map<String, Object> second = imports.text(
                "customers",
                "customer id,email,name,company,phone,stage\n42,ada@a.com,Ada Lovelace,New Co,+39 02 5550118,Loyal\n,bob@a.com,Bob,Bobs,,\n");
        assertThat(second)
                .containsEntry("updated", 1)
                .containsEntry("unchanged", 1)
                .containsEntry("created", 0);
        assertThat(jdbc.sql("SELECT name || external_id || company || stage FROM customer WHERE id = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Ada Lovelace42New CoLOYALTY");
        assertThat(imports.undo(second)).containsEntry("state", "UNDONE");
        assertThat(customers()).isEqualTo(before);
    }

    @Test
    void rejectsARowWhoseEmailBelongsToAnotherIdNamingBoth() {
        imports.text("customers", "externalId,email,name\nA1,info@a.com,Ada\n");
        Map<String, Object> result = imports.text("customers", "externalId,email,name\nB2,info@a.com,Bob\n");
        assertThat(result).containsEntry("rejected", 1).containsEntry("created", 0);
        assertThat(result.get("errors").toString())
                .contains("A1")
                .contains("B2")
                .contains("info@a.com");
    }

    @Test
    void takesEqualNamesWithoutAnythingElseForTheSameByTheirRunningNumber() {
        String text = "name,city\nKim,Rome\nKim,Oslo\n";
        assertThat(imports.text("customers", text)).containsEntry("created", 2);
        assertThat(imports.text("customers", text)).containsEntry("unchanged", 2);
    }

    @Test
    void dryRunsWithoutATrace() {
        Map<String, Object> result = imports.file(
                "customers", "name,email\nAda,ada@a.com\nBob,no address\n".getBytes(), Map.of("dryRun", "true"));
        assertThat(result)
                .containsEntry("state", "DONE")
                .containsEntry("created", 1)
                .containsEntry("rejected", 1);
        assertThat((List<?>) result.get("errors")).hasSize(1);
        assertThat(count("customer")).isZero();
    }

    @Test
    void leavesEditedCustomersWhenUndone() {
        Map<String, Object> result = imports.text("customers", "name,email\nAda,ada@a.com\nBob,bob@a.com\n");
        jdbc.sql("UPDATE customer SET name = 'Roberta', version = version + 1 WHERE name = 'Bob'")
                .update();
        imports.undo(result);
        assertThat(jdbc.sql("SELECT name FROM customer").query(String.class).list())
                .containsExactly("Roberta");
    }

    private List<Map<String, Object>> customers() {
        return jdbc.sql("""
                        SELECT c.id, c.name, c.external_id, c.company, c.stage, c.search_text, c.tags::text,
                          (SELECT string_agg(p.value, ' ') FROM contact_point p WHERE p.customer_id = c.id) AS contacts,
                          (SELECT count(*) FROM stage_change h WHERE h.customer_id = c.id) AS stages
                        FROM customer c ORDER BY c.id""").query().listOfRows();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}

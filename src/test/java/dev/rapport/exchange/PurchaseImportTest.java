package dev.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.exchange.source.RealFiles;
import dev.rapport.testing.WebTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class PurchaseImportTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ImportQueue queue;

    private Imports imports;

    @BeforeEach
    void begin() {
        imports = new Imports(http);
    }

    @Test
    void takesTheCdnowSampleAndGivesItBack() throws IOException {
        byte[] file = Files.readAllBytes(RealFiles.named("CDNOW_sample.txt"));
        Map<String, String> mapping = Map.of("mapping", """
                {"delimiter": "blanks", "header": false, "dateFormat": "yyyyMMdd",
                 "columns": [null, "externalId", "purchasedOn", null, "amount"], "createCustomers": true}""");
        Map<String, Object> first = imports.file("purchases", file, mapping);
        assertThat(first)
                .containsEntry("state", "DONE")
                .containsEntry("rows", 6919)
                .containsEntry("created", 6919)
                .containsEntry("customersCreated", 2357)
                .containsEntry("rejected", 0);
        assertThat(revenue("purchase", "base_amount")).isEqualByComparingTo("244091.94");
        assertThat(revenue("customer_summary", "revenue")).isEqualByComparingTo("244091.94");
        assertThat(count("timeline_entry")).isEqualTo(6919);
        CdnowBuyers.areAsPublished(http);

        Map<String, Object> again = imports.file("purchases", file, mapping);
        assertThat(again)
                .containsEntry("unchanged", 6919)
                .containsEntry("created", 0)
                .containsEntry("customersCreated", 0);
        assertThat(count("purchase")).isEqualTo(6919);

        imports.undo(again);
        assertThat(count("purchase")).isEqualTo(6919);
        assertThat(imports.undo(first)).containsEntry("state", "UNDONE");
        for (String table :
                new String[] {"purchase", "customer", "timeline_entry", "customer_summary", "stage_change"}) {
            assertThat(count(table)).as(table).isZero();
        }
    }

    @Test
    void takesCustomersAndOrdersOfTheRfmFileInOneGo() throws IOException {
        byte[] file = Files.readAllBytes(RealFiles.named("rfm_data_orders.csv"));
        assertThat(imports.file("purchases", file, Map.of()))
                .containsEntry("created", 4906)
                .containsEntry("customersCreated", 995);
        assertThat(jdbc.sql("SELECT name FROM customer WHERE external_id = 'Brion Stark'")
                        .query(String.class)
                        .single())
                .isEqualTo("Brion Stark");
        assertThat(count("contact_point")).isEqualTo(995);
        // They were customers since the day they first bought.
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM customer c JOIN customer_summary s ON s.customer_id = c.id
                        WHERE c.acquired_on = s.first_purchase_on AND c.stage = 'PURCHASE'""").query(Long.class).single()).isEqualTo(995);
        assertThat(jdbc.sql("""
                                SELECT count(*) FROM customer c JOIN stage_change s ON s.customer_id = c.id
                                JOIN customer_summary f ON f.customer_id = c.id
                                WHERE c.stage = 'PURCHASE' AND s.stage = 'PURCHASE' AND c.acquired_on = f.first_purchase_on
                                  AND s.changed_on = f.first_purchase_on""").query(Long.class).single())
                .as("buyers since their first purchase")
                .isEqualTo(995);
        // The same file as customers says nothing new.
        assertThat(imports.file("customers", file, Map.of())).containsEntry("unchanged", 4906);
    }

    @Test
    void matchesEqualRowsByTheirRunningNumber() {
        String two = "email,date,amount\na@b.de,2026-01-02,5\na@b.de,2026-01-02,5\n";
        assertThat(imports.text("purchases", two)).containsEntry("created", 2);
        assertThat(imports.text("purchases", two + "a@b.de,2026-01-02,5\n"))
                .containsEntry("unchanged", 2)
                .containsEntry("created", 1);
    }

    @Test
    void changesAPurchaseKnownByItsOwnIdAndPutsItBack() {
        imports.text("purchases", "order id,email,date,amount\nA1,a@b.de,2026-01-02,5\n");
        Map<String, Object> second = imports.text("purchases", "order id,email,date,amount\nA1,a@b.de,2026-01-02,7\n");
        assertThat(second).containsEntry("updated", 1);
        assertThat(revenue("customer_summary", "revenue")).isEqualByComparingTo("7");
        imports.undo(second);
        assertThat(revenue("customer_summary", "revenue")).isEqualByComparingTo("5");
    }

    @Test
    void letsGoodRowsInAndMakesNoCustomerForABadOne() {
        Map<String, Object> result = imports.text("purchases", """
                email,date,amount,currency
                a@b.de,2026-01-02,5,USD
                bad@b.de,2026-01-02,5,XXY
                worse@b.de,2026-13-02,5,USD
                """);
        assertThat(result)
                .containsEntry("rows", 3)
                .containsEntry("created", 1)
                .containsEntry("rejected", 2)
                .containsEntry("customersCreated", 1);
        assertThat(count("customer")).isEqualTo(1);
    }

    @Test
    void makesNoCustomersWhenNotAskedTo() {
        imports.text("customers", "email,name\na@b.de,Ada\n");
        Map<String, Object> result = imports.file(
                "purchases",
                "email,date,amount\nA@B.de,2026-01-02,5\nc@d.de,2026-01-02,5\n".getBytes(),
                Map.of("mapping", "{\"createCustomers\": false}"));
        assertThat(result).containsEntry("created", 1).containsEntry("rejected", 1);
        assertThat(result.get("errors").toString()).contains("c@d.de");
    }

    @Test
    void leavesACustomerWithOtherFactsByNameAlone() {
        Map<String, Object> first =
                imports.text("purchases", "externalId,name,email,date,amount\n7,Ada,a@b.de,2026-01-02,5\n");
        imports.text("interactions", "externalId,date,kind\n7,2026-01-03,call\n");
        imports.undo(first);
        assertThat(jdbc.sql("SELECT name || coalesce(external_id, '-') FROM customer")
                        .query(String.class)
                        .single())
                .isEqualTo("Ada-");
        assertThat(count("contact_point")).isZero();
        assertThat(count("purchase")).isZero();
        assertThat(count("timeline_entry")).isEqualTo(1);
    }

    @Test
    void takesAnswersAndInteractions() {
        assertThat(imports.text(
                        "answers", "email,score,date,comment\na@b.de,9,2026-01-02,good\na@b.de,11,2026-01-02,\n"))
                .containsEntry("created", 1)
                .containsEntry("rejected", 1);
        assertThat(imports.text("interactions", "email,occurredAt,kind,body\na@b.de,2026-01-02 10:00,电话,hi\n"))
                .containsEntry("created", 1)
                .containsEntry("customersCreated", 0);
        assertThat(jdbc.sql("SELECT last_score || ' ' || interactions FROM customer_summary")
                        .query(String.class)
                        .single())
                .isEqualTo("9 1");
    }

    @Test
    void stopsARunningImportAndLeavesNothing() {
        var text = new StringBuilder("externalId,date,amount\n");
        for (int i = 0; i < 20_000; i++) {
            text.append('C').append(i).append(",2026-01-02,5\n");
        }
        Map<String, Object> begun = imports.begin("purchases", text.toString());
        assertThat(imports.undo(begun)).containsEntry("state", "UNDONE");
        assertThat(count("purchase") + count("customer")).isZero();
    }

    @Test
    void failsAsAWholeWhereTheFileBreaksOff() {
        String text = "externalId,date,amount\n" + "A,2026-01-02,5\n".repeat(3000) + "B,\"2026-01-02,5\n"
                + "C,2026-01-02,5\n".repeat(160_000);
        assertThat(imports.text("purchases", text))
                .containsEntry("state", "FAILED")
                .hasEntrySatisfying("failure", it -> assertThat(it.toString()).contains("line 3002"));
        assertThat(count("purchase") + count("customer")).isZero();
        assertThat(imports.text("customers", "name\nAda\n")).containsEntry("created", 1);
    }

    @Test
    void beginsAnewWhatARestartCutOff() {
        Map<String, Object> done = imports.text("purchases", "email,date,amount\na@b.de,2026-01-02,5\n");
        imports.undo(done);
        jdbc.sql("UPDATE import SET state = 'RUNNING'").update();
        queue.resume();
        assertThat(imports.ended(done)).containsEntry("state", "DONE").containsEntry("created", 1);
        assertThat(count("purchase")).isEqualTo(1);
    }

    @Test
    void leavesToAnotherInstanceWhatWasSentToIt() {
        Map<String, Object> done = imports.text("purchases", "email,date,amount\na@b.de,2026-01-02,5\n");
        jdbc.sql("UPDATE import SET state = 'RUNNING', stored_as = 'a-file-in-its-home'")
                .update();
        queue.resume();
        assertThat(jdbc.sql("SELECT state FROM import").query(String.class).single())
                .isEqualTo("RUNNING");
        assertThat(imports.undo(done)).as("stopped from here").containsEntry("state", "UNDONE");
    }

    @Test
    void takesBackWhatAnotherInstanceStoppedMeanwhile() {
        Map<String, Object> done = imports.text("purchases", "email,date,amount\na@b.de,2026-01-02,5\n");
        imports.undo(done);
        jdbc.sql("UPDATE import SET state = 'QUEUED'").update();
        jdbc.sql("""
                CREATE FUNCTION stopped_elsewhere() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN UPDATE import SET state = 'UNDONE'; RETURN NULL; END $$;
                CREATE TRIGGER stopped_elsewhere AFTER INSERT ON purchase EXECUTE FUNCTION stopped_elsewhere()""").update();
        try {
            queue.submit(((Number) done.get("id")).longValue());
            assertThat(imports.ended(done)).containsEntry("state", "UNDONE");
            assertThat(count("purchase")).isZero();
        } finally {
            jdbc.sql("DROP FUNCTION stopped_elsewhere CASCADE").update();
        }
    }

    @Test
    void leavesAnEditedPurchaseWhenUndone() {
        Map<String, Object> done =
                imports.text("purchases", "email,date,amount\na@b.de,2026-01-02,5\na@b.de,2026-01-03,6\n");
        jdbc.sql("UPDATE purchase SET note = 'mine', version = version + 1 WHERE amount = 6")
                .update();
        imports.undo(done);
        assertThat(count("purchase")).isEqualTo(1);
        assertThat(count("customer")).isEqualTo(1);
    }

    @Test
    void refusesWhatItCannotReadNamingTheField() {
        assertThat(imports.refused("purchases", "a,b\n1,2\n", "{\"columns\": [\"shoeSize\"]}"))
                .contains("\"field\":\"columns\"", "shoeSize");
        assertThat(imports.refused("purchases", "a,b\n1,2\n", "{\"delimiter\": \"#\"}"))
                .contains("\"field\":\"delimiter\"");
        assertThat(imports.refused("purchases", "a,b\n1,2\n", "{not json")).contains("\"field\":\"mapping\"");
        assertThat(imports.refused("purchases", "", "")).contains("\"field\":\"file\"");
        assertThat(imports.refused("shoes", "a,b\n1,2\n", "")).contains("\"field\":\"kind\"");
    }

    private BigDecimal revenue(String table, String column) {
        return jdbc.sql("SELECT sum(%s) FROM %s".formatted(column, table))
                .query(BigDecimal.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}

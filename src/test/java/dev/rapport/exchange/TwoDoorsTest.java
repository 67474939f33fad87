package dev.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.CustomerProfile;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.feedback.AnswerService;
import dev.rapport.feedback.NewAnswer;
import dev.rapport.feedback.Survey;
import dev.rapport.interaction.Direction;
import dev.rapport.interaction.InteractionKind;
import dev.rapport.interaction.InteractionService;
import dev.rapport.interaction.NewInteraction;
import dev.rapport.interaction.WhatHappened;
import dev.rapport.purchase.PurchaseEntry;
import dev.rapport.purchase.PurchaseService;
import dev.rapport.testing.WebTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What comes in by a file is stored like what is entered one by one, in every table and every computed column. */
@WebTest
class TwoDoorsTest {
    private static final List<String> TABLES = List.of(
            "customer",
            "contact_point",
            "stage_change",
            "customer_summary",
            "timeline_entry",
            "product",
            "purchase",
            "answer",
            "interaction");

    private static final List<String> UNREFERRED = List.of("contact_point", "stage_change", "timeline_entry");

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CustomerService customers;

    @Autowired
    PurchaseService purchases;

    @Autowired
    AnswerService answers;

    @Autowired
    InteractionService interactions;

    @Test
    void storeTheSame() {
        oneByOne();
        Map<String, List<String>> typed = contents();
        jdbc.sql("TRUNCATE customer, product, timeline_entry, purchase_day RESTART IDENTITY CASCADE")
                .update();
        byFile();
        Map<String, List<String>> imported = contents();
        for (String table : TABLES) {
            assertThat(imported.get(table)).as(table).isNotEmpty().isEqualTo(typed.get(table));
        }
    }

    private void oneByOne() {
        LocalDate since = LocalDate.of(2026, 1, 5);
        long ada = customers
                .register(
                        profile("Ada Lovelace", "A1", "Analytical Engines", "en", since, List.of("vip", "math")),
                        Contacts.of("Ada@Example.com", "+39 02 5550 118"),
                        LifecycleStage.PURCHASE)
                .id();
        long wang = customers
                .register(
                        profile("王小明", "B2", "深圳贸易", null, LocalDate.of(2026, 2, 1), List.of()),
                        Contacts.of("wang@example.cn", "212-555-0187"),
                        LifecycleStage.AWARENESS)
                .id();
        buy(ada, "2026-03-01", "120.50", "30", "Tea", "first\nnote");
        buy(ada, "2026-03-01", "120.50", "30", "Tea", "first\nnote");
        buy(wang, "2026-03-02", "0", null, null, null);
        buy(wang, "2026-04-02", "-5.25", null, "tea", null);
        answers.record(ada, new NewAnswer(Survey.NPS, BigDecimal.valueOf(9), LocalDate.of(2026, 5, 1), "good"));
        answers.record(
                wang,
                new NewAnswer(
                        Survey.CSAT, BigDecimal.valueOf(4), LocalDate.of(2026, 5, 2), null, BigDecimal.valueOf(3)));
        interactions.log(
                ada,
                new NewInteraction(
                        new WhatHappened(
                                InteractionKind.CALL,
                                Direction.IN,
                                Instant.parse("2026-05-03T08:30:00Z"),
                                "Price",
                                "asked",
                                null,
                                "will buy"),
                        null,
                        null));
        interactions.log(
                wang,
                new NewInteraction(
                        new WhatHappened(
                                InteractionKind.NOTE,
                                Direction.NONE,
                                Instant.parse("2026-05-04T09:00:00Z"),
                                null,
                                "likes tea",
                                null,
                                null),
                        null,
                        null));
    }

    private void byFile() {
        var imports = new Imports(http);
        imports.text("customers", """
                externalId,name,company,email,phone,stage,language,acquiredOn,tags
                A1,Ada Lovelace,Analytical Engines,Ada@Example.com,+39 02 5550 118,Purchase,en,2026-01-05,"vip,math"
                B2,王小明,深圳贸易,wang@example.cn,212-555-0187,,,2026-02-01,
                """);
        imports.text("purchases", """
                externalId,purchasedOn,amount,cost,product,note
                A1,2026-03-01,120.50,30,Tea,"first
                note"
                A1,2026-03-01,120.50,30,Tea,"first
                note"
                B2,2026-03-02,0,,,
                B2,2026-04-02,-5.25,,tea,
                """);
        imports.text("answers", """
                externalId,survey,score,answeredOn,comment,expected
                A1,NPS,9,2026-05-01,good,
                B2,CSAT,4,2026-05-02,,3
                """);
        imports.text("interactions", """
                externalId,kind,direction,occurredAt,subject,body,outcome
                A1,call,in,2026-05-03T08:30:00Z,Price,asked,will buy
                B2,note,,2026-05-04T09:00:00Z,,likes tea,
                """);
    }

    /** Without when and by which door they came, and the numbers of rows that nothing refers to. */
    private Map<String, List<String>> contents() {
        var contents = new TreeMap<String, List<String>>();
        for (String table : TABLES) {
            contents.put(
                    table,
                    jdbc.sql("""
                                    SELECT (to_jsonb(t) - 'created_at' - 'import_id' %s)::text AS row
                                    FROM %s t ORDER BY row""".formatted(UNREFERRED.contains(table) ? "- 'id'" : "", table))
                            .query(String.class)
                            .list());
        }
        return contents;
    }

    private void buy(
            long customer,
            String day,
            String amount,
            @Nullable String cost,
            @Nullable String product,
            @Nullable String note) {
        purchases.record(
                customer,
                new PurchaseEntry(
                        LocalDate.parse(day),
                        new BigDecimal(amount),
                        null,
                        null,
                        cost == null ? null : new BigDecimal(cost),
                        product,
                        note));
    }

    private static CustomerProfile profile(
            String name, String id, String company, @Nullable String language, LocalDate since, List<String> tags) {
        return new CustomerProfile(
                CustomerKind.PERSON,
                name,
                id,
                company,
                null,
                null,
                language,
                null,
                null,
                null,
                null,
                null,
                since,
                tags,
                null,
                null);
    }
}

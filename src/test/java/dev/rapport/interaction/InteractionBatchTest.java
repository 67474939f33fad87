package dev.rapport.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.customer.CustomerService;
import dev.rapport.customer.CustomerSummaries;
import dev.rapport.testing.DatabaseTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class InteractionBatchTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    @Autowired
    private InteractionBatch batch;

    @Autowired
    private InteractionService interactions;

    @Autowired
    private PlannedContact planned;

    @Autowired
    private CustomerService customers;

    @Autowired
    private CustomerSummaries summaries;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private record Line(
            long customer,
            @Nullable String id,
            @Nullable String kind,
            Instant when,
            @Nullable String subject) {}

    private long ana;
    private long ben;

    @BeforeEach
    void makeCustomers() {
        ana = Someone.named("Ana Ruiz", customers);
        ben = Someone.named("Ben", customers);
    }

    @Test
    void storesWhatTheVerbsWouldHave() {
        interactions.log(
                ana,
                new NewInteraction(
                        new WhatHappened(InteractionKind.CALL, Direction.NONE, NOON, "Quote", null, null, null)));
        interactions.log(
                ana,
                new NewInteraction(new WhatHappened(
                        InteractionKind.NOTE, Direction.NONE, NOON.plusSeconds(60), null, null, null, null)));

        store(List.of(
                new Line(ben, null, "CALL", NOON, "Quote"), new Line(ben, "n-1", null, NOON.plusSeconds(60), null)));

        assertThat(rowsOf(ben)).isEqualTo(rowsOf(ana)).hasSize(2);
        assertThat(summaryOf(ben)).isEqualTo(summaryOf(ana));
        List<Map<String, Object>> kept = summariesNow();
        transaction.executeWithoutResult(status -> summaries.rebuildAll());
        assertThat(summariesNow()).isEqualTo(kept);
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        // Three rows alike are three talks.
        List<Line> file = List.of(
                new Line(ana, null, "MAIL", NOON, "News"),
                new Line(ana, null, "MAIL", NOON, "News"),
                new Line(ana, null, "MAIL", NOON, "News"),
                new Line(ana, "i-1", "CALL", NOON, "First"));
        assertThat(store(file)).containsOnly("CREATED");
        assertThat(store(file)).containsOnly("UNCHANGED");
        assertThat(rowsOf(ana)).hasSize(4);
        Line alike = file.get(0);
        assertThat(store(List.of(alike, alike, alike, alike)))
                .containsExactly("UNCHANGED", "UNCHANGED", "UNCHANGED", "CREATED");

        assertThat(store(List.of(new Line(ana, "i-1", null, NOON.plusSeconds(5), null))))
                .containsOnly("UPDATED");
        assertThat(jdbc.sql("SELECT title FROM timeline_entry WHERE happened_at > :noon")
                        .param("noon", NOON.atOffset(ZoneOffset.UTC))
                        .query(String.class)
                        .list())
                .containsExactly("First");
    }

    @Test
    void refusesRowByRow() {
        store(List.of(new Line(ana, "i-1", "CALL", NOON, null)));
        List<String> refused = transaction.execute(status -> {
            stage(List.of(
                    new Line(ben, "i-1", "CALL", NOON, null),
                    new Line(ana, "i-2", "CALL", NOON, null),
                    new Line(ana, "i-2", "CALL", NOON, null),
                    new Line(ana, null, "SHOUT", NOON, null),
                    new Line(ana, null, "CALL", Instant.parse("1800-01-01T00:00:00Z"), null)));
            batch.check("staged");
            return jdbc.sql("SELECT coalesce(refused_field || ' ' || refused_key, action) FROM staged ORDER BY row_no")
                    .query(String.class)
                    .list();
        });
        assertThat(refused)
                .containsExactly(
                        "interactionId interaction.refused.id-of-other",
                        "CREATED",
                        "interactionId interaction.refused.id-twice",
                        "kind interaction.refused.kind",
                        "occurredAt interaction.refused.when");
    }

    @Test
    void takesAnImportOutAgainButForWhatWasEdited() {
        store(List.of(new Line(ana, "i-1", "CALL", NOON, null), new Line(ana, "i-2", "MAIL", NOON, null)));
        long edited = jdbc.sql("SELECT id FROM interaction WHERE external_id = 'i-2'")
                .query(Long.class)
                .single();
        interactions.edit(edited, null, InteractionServiceTest.what(InteractionKind.CHAT, NOON));

        assertThat(transaction.<List<Long>>execute(status -> batch.remove(7))).containsExactly(edited);
        assertThat(rowsOf(ana)).hasSize(1);
        assertThat(summaryOf(ana)).containsEntry("interactions", 1);
    }

    @Test
    void putsBackWhatAnImportChanged() {
        store(List.of(new Line(ana, "i-1", "CALL", NOON, "Before")));
        List<Long> kept = transaction.execute(status -> {
            stage(List.of(new Line(ana, "i-1", "CALL", NOON.plusSeconds(9), "After")));
            batch.check("staged");
            batch.store("staged", 8L);
            return batch.restore("staged");
        });
        assertThat(kept).isEmpty();
        assertThat(rowsOf(ana).get(0)).containsEntry("title", "Before");
    }

    @Test
    void countsWhatWasPlannedOnceItHasPassed() {
        interactions.log(
                ana,
                new NewInteraction(
                        InteractionServiceTest.what(InteractionKind.MEETING, Instant.parse("2150-01-01T10:00:00Z"))));
        planned.count();
        assertThat(summaryOf(ana)).containsEntry("last_contact_at", null);

        jdbc.sql(
                        "UPDATE interaction SET created_at = now() - interval '1 day', occurred_at = now() - interval '1 minute'")
                .update();
        planned.count();
        assertThat(summaryOf(ana).get("last_contact_at")).isNotNull();
    }

    private List<String> store(List<Line> lines) {
        return transaction.execute(status -> {
            stage(lines);
            batch.check("staged");
            batch.store("staged", 7L);
            return jdbc.sql("SELECT action FROM staged ORDER BY row_no")
                    .query(String.class)
                    .list();
        });
    }

    private void stage(List<Line> lines) {
        jdbc.sql("CREATE TEMPORARY TABLE staged (%s) ON COMMIT DROP".formatted(InteractionBatch.COLUMNS))
                .update();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            jdbc.sql("""
                            INSERT INTO staged (row_no, customer_id, interaction_id, kind, occurred_at, subject)
                            VALUES (:n, :customer, :id, :kind, :when, :subject)""")
                    .param("n", i)
                    .param("customer", line.customer())
                    .param("id", line.id(), java.sql.Types.VARCHAR)
                    .param("kind", line.kind(), java.sql.Types.VARCHAR)
                    .param("when", line.when().atOffset(ZoneOffset.UTC))
                    .param("subject", line.subject(), java.sql.Types.VARCHAR)
                    .update();
        }
    }

    private List<Map<String, Object>> rowsOf(long customer) {
        return jdbc.sql("""
                        SELECT t.kind, t.happened_at, t.all_day, t.direction, t.title, t.body, i.kind AS own_kind,
                               i.occurred_at, i.subject, i.version
                        FROM timeline_entry t JOIN interaction i ON i.id = t.source_id
                        WHERE t.customer_id = :id ORDER BY t.happened_at, t.id""").param("id", customer).query().listOfRows();
    }

    private Map<String, Object> summaryOf(long customer) {
        return jdbc.sql(
                        "SELECT interactions, first_contact_at, last_contact_at FROM customer_summary WHERE customer_id = :id")
                .param("id", customer)
                .query()
                .singleRow();
    }

    private List<Map<String, Object>> summariesNow() {
        return jdbc.sql("SELECT * FROM customer_summary ORDER BY customer_id")
                .query()
                .listOfRows();
    }
}

package dev.rapport.customer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what {@link CustomerBatch} wrote, but for what was touched since. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CustomerTakeBack {
    /** Which facts, found in a table by the condition on {@code f}, go with the import. */
    public record Going(String table, String condition) {}

    /** All of an import's customers whom nobody has edited. */
    private static final String UNTOUCHED = "c.import_id = :import AND c.version = 0";

    /** Those whom the import changed and somebody since. */
    private static final String CHANGED_SINCE = """
            NOT (to_jsonb(c) @> (i.after -> 'customer') AND (%s) -> 'contact_point' = i.after -> 'contact_point')""".formatted(CustomerBatch.IMAGE);

    private final JdbcClient jdbc;
    private final List<CustomerFacts> facts;
    private final SearchTexts searchTexts;
    private final CustomerSummaries summaries;

    CustomerTakeBack(
            JdbcClient jdbc,
            ObjectProvider<CustomerFacts> facts,
            SearchTexts searchTexts,
            CustomerSummaries summaries) {
        this.jdbc = jdbc;
        this.facts = facts.stream().toList();
        this.searchTexts = searchTexts;
        this.summaries = summaries;
    }

    /** How many would go, if the facts that {@code going} names went. */
    public int count(long importId, Going going) {
        return jdbc.sql("SELECT count(*) FROM customer c WHERE %s AND %s".formatted(UNTOUCHED, factless(going)))
                .param("import", importId)
                .query(Integer.class)
                .single();
    }

    /**
     * Notes who would stay: by name alone because of other facts, or whole because somebody edited them.
     *
     * @param notes with {@code entity text, record_id bigint, how text}
     */
    public void preview(long importId, Going going, String notes) {
        note(
                "SELECT 'customer', c.id, 'STRIPPED' FROM customer c WHERE %s AND NOT (%s)"
                        .formatted(UNTOUCHED, factless(going)),
                importId,
                notes);
        noteEdited(importId, notes);
        noteChanged(importId, notes);
    }

    /**
     * To be called when the import's own facts are gone.
     *
     * @return how many went
     */
    public int remove(long importId, String notes) {
        int gone = jdbc.sql("DELETE FROM customer c WHERE %s AND %s".formatted(UNTOUCHED, factless(null)))
                .param("import", importId)
                .update();
        note("SELECT 'customer', c.id, 'STRIPPED' FROM customer c WHERE " + UNTOUCHED, importId, notes);
        strip(importId);
        noteEdited(importId, notes);
        return gone;
    }

    private String factless(@Nullable Going going) {
        return facts.stream()
                .map(CustomerFacts::table)
                // Its rows come and go with the others'.
                .filter(table -> !table.equals("timeline_entry"))
                .map(table -> "NOT EXISTS (SELECT 1 FROM %s f WHERE f.customer_id = c.id%s)"
                        .formatted(
                                table,
                                going == null || !going.table().equals(table)
                                        ? ""
                                        : " AND (f.import_id IS DISTINCT FROM :import OR NOT (%s))"
                                                .formatted(going.condition())))
                .collect(Collectors.joining(" AND ", "(true AND ", ")"));
    }

    private void strip(long importId) {
        jdbc.sql("CREATE TEMPORARY TABLE customer_stripped ON COMMIT DROP AS SELECT c.id FROM customer c WHERE "
                        + UNTOUCHED)
                .param("import", importId)
                .update();
        jdbc.sql("DELETE FROM contact_point WHERE customer_id IN (SELECT id FROM customer_stripped)")
                .update();
        jdbc.sql("""
                        UPDATE customer c SET version = version + 1, import_id = NULL, external_id = NULL, company = NULL, role = NULL,
                          source = NULL, language = NULL, country = NULL, city = NULL, address = NULL, website = NULL,
                          birthday = NULL, tags = '{}', needs = NULL, about = NULL
                        WHERE id IN (SELECT id FROM customer_stripped)""").update();
        searchTexts.write("c.id IN (SELECT id FROM customer_stripped)", Map.of());
        summaries.refreshAllWhere("customer_id IN (SELECT id FROM customer_stripped)", Map.of());
        jdbc.sql("DROP TABLE customer_stripped").update();
    }

    /** Puts customers whom an import changed back to what they were, but for those that changed since. */
    public void restore(long importId, String notes) {
        noteChanged(importId, notes);
        jdbc.sql("""
                        CREATE TEMPORARY TABLE customer_going ON COMMIT DROP AS
                        SELECT c.id, i.before FROM import_image i JOIN customer c ON c.id = i.record_id
                        WHERE i.import_id = :import AND i.entity = 'customer' AND NOT (%s)""".formatted(CHANGED_SINCE)).param("import", importId).update();
        jdbc.sql("""
                        UPDATE customer c SET version = c.version + 1, name = b.name, sort_key = b.sort_key,
                          external_id = b.external_id, company = b.company, role = b.role, source = b.source, stage = b.stage,
                          language = b.language, country = b.country, city = b.city, address = b.address, website = b.website,
                          birthday = b.birthday, acquired_on = b.acquired_on, tags = b.tags, needs = b.needs, about = b.about,
                          kind = b.kind, archived_at = b.archived_at
                        FROM customer_going g, jsonb_populate_record(NULL::customer, g.before -> 'customer') b
                        WHERE c.id = g.id""").update();
        jdbc.sql("""
                        DELETE FROM contact_point p USING customer_going g
                        WHERE p.customer_id = g.id AND NOT EXISTS (
                          SELECT 1 FROM jsonb_array_elements(g.before -> 'contact_point') b WHERE (b ->> 'id')::bigint = p.id)""").update();
        jdbc.sql(
                        "DELETE FROM stage_change WHERE import_id = :import AND customer_id IN (SELECT id FROM customer_going)")
                .param("import", importId)
                .update();
        searchTexts.write("c.id IN (SELECT id FROM customer_going)", Map.of());
        jdbc.sql("DROP TABLE customer_going").update();
    }

    private void noteEdited(long importId, String notes) {
        note(
                "SELECT 'customer', c.id, 'EDITED' FROM customer c WHERE c.import_id = :import AND c.version > 0",
                importId,
                notes);
    }

    private void noteChanged(long importId, String notes) {
        note("""
                SELECT 'customer', c.id, 'EDITED' FROM import_image i JOIN customer c ON c.id = i.record_id
                WHERE i.import_id = :import AND i.entity = 'customer' AND %s""".formatted(CHANGED_SINCE), importId, notes);
    }

    private void note(String rows, long importId, String notes) {
        jdbc.sql("INSERT INTO %s (entity, record_id, how) %s".formatted(notes, rows))
                .param("import", importId)
                .update();
    }
}

package dev.rapport.customer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what {@link CustomerBatch} wrote, but for what was touched since. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CustomerTakeBack {
    /** How many went, who stays by name alone because of other facts, and who stays whole because somebody edited them. */
    public record Removed(int gone, List<Kept> stripped, List<Kept> kept) {}

    /** A customer who stays. */
    public record Kept(long id, String name) {}

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

    /** To be called when the import's own facts are gone. */
    public Removed remove(long importId) {
        String factless = facts.stream()
                .map(it -> "NOT EXISTS (SELECT 1 FROM %s f WHERE f.customer_id = c.id)".formatted(it.table()))
                .collect(Collectors.joining(" AND "));
        int gone = jdbc.sql("DELETE FROM customer c WHERE import_id = :import AND version = 0 AND "
                        + (factless.isEmpty() ? "true" : factless))
                .param("import", importId)
                .update();
        List<Kept> stripped = strip(importId);
        List<Kept> kept = jdbc.sql("SELECT id, name FROM customer WHERE import_id = :import ORDER BY id")
                .param("import", importId)
                .query(Kept.class)
                .list();
        return new Removed(gone, stripped, kept);
    }

    private List<Kept> strip(long importId) {
        jdbc.sql("""
                        DELETE FROM contact_point WHERE customer_id IN (
                          SELECT id FROM customer WHERE import_id = :import AND version = 0)""").param("import", importId).update();
        List<Kept> stripped =
                jdbc.sql("""
                        UPDATE customer SET version = version + 1, import_id = NULL, external_id = NULL, company = NULL, role = NULL,
                          source = NULL, language = NULL, country = NULL, city = NULL, address = NULL, website = NULL,
                          birthday = NULL, tags = '{}', needs = NULL, about = NULL
                        WHERE import_id = :import AND version = 0 RETURNING id, name""").param("import", importId).query(Kept.class).list();
        write(stripped.stream().map(Kept::id).toList());
        return stripped;
    }

    /**
     * Puts customers whom an import changed back to what they were, but for those that changed since.
     *
     * @param table with {@code record_id bigint, before jsonb, after jsonb}, the images by {@link CustomerBatch#IMAGE}
     * @return those that stay
     */
    public List<Kept> restore(String table, long importId) {
        jdbc.sql("""
                        CREATE TEMPORARY TABLE customer_going ON COMMIT DROP AS
                        SELECT c.id, t.before, t.after FROM %s t JOIN customer c ON c.id = t.record_id
                        WHERE %s = t.after""".formatted(table, CustomerBatch.IMAGE)).update();
        List<Kept> kept = jdbc.sql("""
                        SELECT c.id, c.name FROM %s t JOIN customer c ON c.id = t.record_id
                        WHERE c.id NOT IN (SELECT id FROM customer_going) ORDER BY c.id""".formatted(table)).query(Kept.class).list();
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
        return kept;
    }

    private void write(List<Long> ids) {
        if (!ids.isEmpty()) {
            searchTexts.write("c.id = ANY(:ids)", Map.of("ids", ids.toArray(Long[]::new)));
            summaries.refreshAll(ids);
        }
    }
}

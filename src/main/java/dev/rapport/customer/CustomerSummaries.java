package dev.rapport.customer;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps {@code customer_summary} equal to the facts, in the transaction that changes them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CustomerSummaries {
    private static final String ALL = "customer_id IS NOT NULL";
    private static final String THESE = "customer_id = ANY(:ids)";
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final List<SummaryPart> parts;
    private final SummaryDefaults defaults;

    CustomerSummaries(
            JdbcClient jdbc, EntityManager entities, ObjectProvider<SummaryPart> parts, SummaryDefaults defaults) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.parts = parts.orderedStream().toList();
        this.defaults = defaults;
    }

    /** Reads one part again for these customers. Those without facts left get the columns' defaults. */
    public void refresh(Class<? extends SummaryPart> part, Collection<Long> customerIds) {
        update(List.of(part(part)), THESE, ids(customerIds));
    }

    /** Every part, for these customers; a customer without a summary row gets one. */
    public void refreshAll(Collection<Long> customerIds) {
        refreshAllWhere(THESE, ids(customerIds));
    }

    /** The set-based form: {@code customers} is a condition on {@code customer_id}, as in {@link SummaryPart#select}. */
    public void refreshWhere(Class<? extends SummaryPart> part, String customers, Map<String, ?> params) {
        update(List.of(part(part)), customers, params);
    }

    /**
     * For who writes many facts and their derived rows at once: until the end of the transaction nobody else writes facts of these
     * customers, whose ids a query gives. In the order of every writer: first the customer, then the summary.
     */
    public void hold(String ids) {
        entities.flush();
        jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM customer WHERE id IN (%s) ORDER BY id FOR KEY SHARE) held"
                        .formatted(ids))
                .query(Long.class)
                .single();
        lock("customer_id IN (%s)".formatted(ids), Map.of());
    }

    public void refreshAllWhere(String customers, Map<String, ?> params) {
        entities.flush();
        jdbc.sql("""
                        INSERT INTO customer_summary (customer_id)
                        SELECT customer_id FROM (SELECT id AS customer_id FROM customer) c WHERE %s
                        ON CONFLICT DO NOTHING""".formatted(customers)).params(params).update();
        update(parts, customers, params);
    }

    /** Every part of every customer, from the facts. */
    @Transactional
    public void rebuildAll() {
        refreshAllWhere(ALL, Map.of());
    }

    private void update(List<SummaryPart> wanted, String customers, Map<String, ?> params) {
        entities.flush();
        // First the lock, then the reading: of two facts stored at once, the second must see the first's.
        lock(customers, params);
        for (SummaryPart part : wanted) {
            jdbc.sql(sql(part, customers)).params(params).update();
        }
    }

    private void lock(String customers, Map<String, ?> params) {
        jdbc.sql("""
                        SELECT count(*) FROM (
                          SELECT 1 FROM customer_summary WHERE %s ORDER BY customer_id FOR NO KEY UPDATE) locked""".formatted(customers)).params(params).query(Long.class).single();
    }

    private String sql(SummaryPart part, String customers) {
        List<String> columns = part.columns();
        String values = columns.stream().map(this::value).collect(Collectors.joining(", "));
        String stored = columns.stream().map("s."::concat).collect(Collectors.joining(", "));
        return """
                UPDATE customer_summary s SET (%1$s) = ROW(%2$s)
                FROM (SELECT customer_id FROM customer_summary WHERE %4$s) k
                LEFT JOIN (%3$s) f ON f.customer_id = k.customer_id
                WHERE s.customer_id = k.customer_id AND (%5$s) IS DISTINCT FROM (%2$s)""".formatted(String.join(", ", columns), values, part.select(customers), customers, stored);
    }

    private String value(String column) {
        String otherwise = defaults.of(column);
        return otherwise == null ? "f." + column : "coalesce(f.%s, %s)".formatted(column, otherwise);
    }

    private SummaryPart part(Class<? extends SummaryPart> type) {
        return parts.stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " is not a bean"));
    }

    private static Map<String, ?> ids(Collection<Long> customerIds) {
        return Map.of("ids", customerIds.toArray(Long[]::new));
    }
}

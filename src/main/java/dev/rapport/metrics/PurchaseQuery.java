package dev.rapport.metrics;

import dev.rapport.metrics.formula.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was bought, by whom, in a period. Refunds lower the revenue of their own day and are no purchase. */
@Component
class PurchaseQuery {

    record Revenue(BigDecimal amount, long purchases) {}

    record Buyers(long active, long fresh, long repeaters) {}

    record Movement(BigDecimal start, BigDecimal expansion, BigDecimal contraction, BigDecimal churn, long customers) {}

    record Step(LocalDate step, BigDecimal fresh, BigDecimal returning) {}

    private final JdbcClient jdbc;

    PurchaseQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    LocalDate firstDay() {
        return jdbc.sql("SELECT min(purchased_on) FROM purchase WHERE amount >= 0")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }

    Revenue revenue(Span span, CustomerGroup group) {
        return ask("""
                SELECT coalesce(sum(base_amount), 0) AS amount, count(*) FILTER (WHERE base_amount >= 0) AS purchases
                FROM purchase WHERE purchased_on BETWEEN :from AND :to %s
                """, span, group).query(Revenue.class).single();
    }

    /** The same of a period and of the one just before, in one reading. */
    Map<Boolean, Revenue> revenueSince(LocalDate start, Span both, CustomerGroup group) {
        Map<Boolean, Revenue> found = new HashMap<>();
        ask("""
                SELECT purchased_on >= :start AS later, sum(base_amount) AS amount, count(*) FILTER (WHERE base_amount >= 0) AS purchases
                FROM purchase WHERE purchased_on BETWEEN :from AND :to %s GROUP BY 1
                """, both, group).param("start", start).query(row -> {
            found.put(row.getBoolean("later"), new Revenue(row.getBigDecimal("amount"), row.getLong("purchases")));
        });
        return found;
    }

    /** How many bought at all. */
    long active(Span span, CustomerGroup group) {
        return ask("""
                SELECT count(*) FROM purchase_day
                WHERE day BETWEEN :from AND :to AND (previous_day IS NULL OR previous_day < :from) %s
                """, span, group).query(Long.class).single();
    }

    /** Who bought is counted by their first day in the period, which is followed by another one in it or isn't. */
    Buyers buyers(Span span, CustomerGroup group) {
        return ask("""
                SELECT count(*) AS active, count(*) FILTER (WHERE previous_day IS NULL) AS fresh,
                       count(*) FILTER (WHERE next_day <= :to) AS repeaters
                FROM purchase_day
                WHERE day BETWEEN :from AND :to AND (previous_day IS NULL OR previous_day < :from) %s
                """, span, group).query(Buyers.class).single();
    }

    /** What the customers of the period just before brought then, and how that changed. */
    Movement movement(Span span, CustomerGroup group) {
        return ask("""
                SELECT coalesce(sum(was), 0) AS start,
                       coalesce(sum(now - was) FILTER (WHERE still AND now > was), 0) AS expansion,
                       coalesce(sum(was - now) FILTER (WHERE still AND now < was), 0) AS contraction,
                       coalesce(sum(was) FILTER (WHERE NOT still), 0) AS churn, count(*) AS customers
                FROM (SELECT greatest(coalesce(sum(base_amount) FILTER (WHERE purchased_on < :start), 0), 0) AS was,
                             greatest(coalesce(sum(base_amount) FILTER (WHERE purchased_on >= :start), 0), 0) AS now,
                             bool_or(purchased_on < :start AND base_amount >= 0) AS had,
                             bool_or(purchased_on >= :start AND base_amount >= 0) AS still
                      FROM purchase WHERE purchased_on BETWEEN :from AND :to %s GROUP BY customer_id) customer
                WHERE had
                """, new Span(span.before().from(), span.to()), group)
                .param("start", span.from())
                .query(Movement.class)
                .single();
    }

    /** Buyers of several periods, in one statement. */
    Map<Span, Buyers> buyers(List<Span> spans, CustomerGroup group) {
        Map<Span, Buyers> found = new HashMap<>();
        askAll("""
                SELECT s.k, count(*) AS active, count(*) FILTER (WHERE previous_day IS NULL) AS fresh,
                       count(*) FILTER (WHERE next_day <= s.latest) AS repeaters
                FROM purchase_day JOIN (VALUES %s) AS s (k, earliest, latest) ON day BETWEEN s.earliest AND s.latest
                WHERE (previous_day IS NULL OR previous_day < s.earliest) %s GROUP BY s.k
                """, spans, group).query(row -> {
            found.put(
                    spans.get(row.getInt("k")),
                    new Buyers(row.getLong("active"), row.getLong("fresh"), row.getLong("repeaters")));
        });
        return found;
    }

    /** Movements of several periods, each against the one just before it, in one statement. */
    Map<Span, Movement> movements(List<Span> spans, CustomerGroup group) {
        Map<Span, Movement> found = new HashMap<>();
        askAll("""
                SELECT k, coalesce(sum(was), 0) AS start,
                       coalesce(sum(now - was) FILTER (WHERE still AND now > was), 0) AS expansion,
                       coalesce(sum(was - now) FILTER (WHERE still AND now < was), 0) AS contraction,
                       coalesce(sum(was) FILTER (WHERE NOT still), 0) AS churn, count(*) AS customers
                FROM (SELECT s.k, greatest(coalesce(sum(base_amount) FILTER (WHERE purchased_on < s.earliest), 0), 0) AS was,
                             greatest(coalesce(sum(base_amount) FILTER (WHERE purchased_on >= s.earliest), 0), 0) AS now,
                             bool_or(purchased_on < s.earliest AND base_amount >= 0) AS had,
                             bool_or(purchased_on >= s.earliest AND base_amount >= 0) AS still
                      FROM purchase JOIN (VALUES %s) AS s (k, earliest, latest)
                        ON purchased_on BETWEEN s.earliest - (s.latest - s.earliest + 1) AND s.latest
                      WHERE true %s GROUP BY s.k, customer_id) customer
                WHERE had GROUP BY k
                """, spans, group).query(row -> {
            found.put(
                    spans.get(row.getInt("k")),
                    new Movement(
                            row.getBigDecimal("start"),
                            row.getBigDecimal("expansion"),
                            row.getBigDecimal("contraction"),
                            row.getBigDecimal("churn"),
                            row.getLong("customers")));
        });
        return found;
    }

    /** Revenue step by step, apart for customers who bought for the first time in that step. */
    List<Step> revenue(Span span, Bucket bucket, CustomerGroup group) {
        return ask("""
                SELECT step, coalesce(sum(amount) FILTER (WHERE first_day >= step), 0) AS fresh,
                       coalesce(sum(amount) FILTER (WHERE first_day < step OR first_day IS NULL), 0) AS returning
                FROM (SELECT date_trunc(:bucket, p.purchased_on::timestamp)::date AS step, p.base_amount AS amount, d.day AS first_day
                      FROM purchase p LEFT JOIN purchase_day d ON d.customer_id = p.customer_id AND d.previous_day IS NULL
                                                              AND d.day BETWEEN :earliest AND :to
                      WHERE p.purchased_on BETWEEN :from AND :to %s) bought
                GROUP BY step ORDER BY step
                """, span, group, "p.customer_id")
                .param("bucket", bucket.name().toLowerCase(Locale.ROOT))
                .param("earliest", bucket.start(span.from()))
                .query(Step.class)
                .list();
    }

    private JdbcClient.StatementSpec askAll(String sql, List<Span> spans, CustomerGroup group) {
        Map<String, Object> parameters = new HashMap<>(group.parameters());
        String values = IntStream.range(0, spans.size())
                .mapToObj(k -> {
                    parameters.put("from" + k, spans.get(k).from());
                    parameters.put("to" + k, spans.get(k).to());
                    return "(%1$d, CAST(:from%1$d AS date), CAST(:to%1$d AS date))".formatted(k);
                })
                .collect(Collectors.joining(", "));
        return jdbc.sql(group.over(sql.formatted(values, group.and("customer_id"))))
                .params(parameters);
    }

    private JdbcClient.StatementSpec ask(String sql, Span span, CustomerGroup group) {
        return ask(sql, span, group, "customer_id");
    }

    private JdbcClient.StatementSpec ask(String sql, Span span, CustomerGroup group, String customer) {
        return jdbc.sql(group.over(sql.formatted(group.and(customer))))
                .params(group.parameters())
                .param("from", span.from())
                .param("to", span.to());
    }
}

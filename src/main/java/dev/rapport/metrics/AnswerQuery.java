package dev.rapport.metrics;

import dev.rapport.metrics.formula.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers answered in a period. */
@Component
class AnswerQuery {

    record Recommendations(long promoters, long passives, long detractors) {}

    record Step(LocalDate step, long promoters, long passives, long detractors) {}

    record Satisfaction(long satisfied, long answers) {}

    record Effort(long answers, long sum, long squares, long easy) {}

    private static final String KINDS = """
            count(*) FILTER (WHERE score >= 9) AS promoters, count(*) FILTER (WHERE score BETWEEN 7 AND 8) AS passives,
            count(*) FILTER (WHERE score <= 6) AS detractors
            """;

    private final JdbcClient jdbc;

    AnswerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who answered twice counts once, with the latest answer. */
    Recommendations recommendations(Span span, CustomerGroup group) {
        return ask("SELECT " + KINDS + """
                FROM (SELECT DISTINCT ON (customer_id) score FROM answer
                      WHERE survey = 'NPS' AND answered_on BETWEEN :from AND :to %s
                      ORDER BY customer_id, answered_on DESC, id DESC) latest
                """, span, group)
                .query(Recommendations.class)
                .single();
    }

    /** The same step by step, once a step. */
    List<Step> recommendations(Span span, Bucket bucket, CustomerGroup group) {
        return ask("SELECT step, " + KINDS + """
                FROM (SELECT DISTINCT ON (step, customer_id) step, score
                      FROM (SELECT date_trunc(:bucket, answered_on::timestamp)::date AS step, customer_id, score, answered_on, id
                            FROM answer WHERE survey = 'NPS' AND answered_on BETWEEN :from AND :to %s) answered
                      ORDER BY step, customer_id, answered_on DESC, id DESC) latest
                GROUP BY step ORDER BY step
                """, span, group)
                .param("bucket", bucket.name().toLowerCase(Locale.ROOT))
                .query(Step.class)
                .list();
    }

    Satisfaction satisfaction(Span span, CustomerGroup group) {
        return ask("""
                SELECT count(*) FILTER (WHERE score >= 4) AS satisfied, count(*) AS answers
                FROM answer WHERE survey = 'CSAT' AND answered_on BETWEEN :from AND :to %s
                """, span, group).query(Satisfaction.class).single();
    }

    Effort effort(Span span, CustomerGroup group) {
        return ask("""
                SELECT count(*) AS answers, coalesce(sum(score), 0) AS sum, coalesce(sum(score * score), 0) AS squares,
                       count(*) FILTER (WHERE score >= 5) AS easy
                FROM answer WHERE survey = 'CES' AND answered_on BETWEEN :from AND :to %s
                """, span, group).query(Effort.class).single();
    }

    private JdbcClient.StatementSpec ask(String sql, Span span, CustomerGroup group) {
        return jdbc.sql(group.over(sql.formatted(group.and("customer_id"))))
                .params(group.parameters())
                .param("from", span.from())
                .param("to", span.to());
    }
}

package dev.rapport.metrics;

import dev.rapport.metrics.formula.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers answered over time, by group, and in words. */
@Component
class VoiceQuery {

    /** The sums that the three scores are made of, of a step or of a group. */
    record Scores(
            @Nullable LocalDate step,
            @Nullable String name,
            long promoters,
            long passives,
            long detractors,
            long satisfied,
            long rated,
            long efforts,
            long effortSum,
            long effortSquares,
            long easy) {}

    /** Sums over answers that tell what was expected as well; of products and squares for the spread. */
    record Gap(long answers, long perceived, long expected, long pp, long pe, long ee) {}

    private static final int GROUPS = 20;

    /** One row a customer: the latest recommendation, every other answer. */
    private static final String EACH = """
            (array_agg(a.score ORDER BY a.answered_on DESC, a.id DESC) FILTER (WHERE a.survey = 'NPS'))[1] AS nps,
            count(*) FILTER (WHERE a.survey = 'CSAT') AS rated,
            count(*) FILTER (WHERE a.survey = 'CSAT' AND a.score >= 4) AS satisfied,
            count(*) FILTER (WHERE a.survey = 'CES') AS efforts,
            coalesce(sum(a.score) FILTER (WHERE a.survey = 'CES'), 0) AS effort_sum,
            coalesce(sum(a.score * a.score) FILTER (WHERE a.survey = 'CES'), 0) AS effort_squares,
            count(*) FILTER (WHERE a.survey = 'CES' AND a.score >= 5) AS easy
            """;

    private static final String SUMS = """
            count(*) FILTER (WHERE nps >= 9) AS promoters, count(*) FILTER (WHERE nps BETWEEN 7 AND 8) AS passives,
            count(*) FILTER (WHERE nps <= 6) AS detractors, sum(satisfied) AS satisfied, sum(rated) AS rated,
            sum(efforts) AS efforts, sum(effort_sum) AS effort_sum, sum(effort_squares) AS effort_squares, sum(easy) AS easy
            """;

    private final JdbcClient jdbc;

    VoiceQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Gap gap(Span span, CustomerGroup group) {
        return jdbc.sql("""
                        SELECT count(*) AS answers, coalesce(sum(score), 0) AS perceived, coalesce(sum(expected), 0) AS expected,
                               coalesce(sum(score * score), 0) AS pp, coalesce(sum(score * expected), 0) AS pe,
                               coalesce(sum(expected * expected), 0) AS ee
                        FROM answer WHERE survey = 'CSAT' AND expected IS NOT NULL AND answered_on BETWEEN :from AND :to %s
                        """.formatted(group.and("customer_id")))
                .params(group.parameters())
                .param("from", span.from())
                .param("to", span.to())
                .query(Gap.class)
                .single();
    }

    /** At each day what was answered in the days up to it; a recommendation up to the next one of the same customer. */
    List<Scores> rolling(List<LocalDate> ends, int days, CustomerGroup group) {
        return jdbc.sql("""
                        WITH steps AS (SELECT step FROM unnest(string_to_array(:steps, ',')::date[]) AS s (step)
                        ), asked AS (SELECT min(step) - cast(:days AS integer) + 1 AS first, max(step) AS last FROM steps
                        ), said AS (
                          SELECT answered_on, survey, score,
                                 lead(answered_on) OVER (PARTITION BY customer_id ORDER BY answered_on, id) AS again
                          FROM answer, asked WHERE survey = 'NPS' AND answered_on BETWEEN first AND last %1$s
                          UNION ALL SELECT answered_on, survey, score, NULL
                          FROM answer, asked WHERE survey IN ('CSAT', 'CES') AND answered_on BETWEEN first AND last %1$s
                        )
                        SELECT step, NULL::text AS name, count(*) FILTER (WHERE survey = 'NPS' AND score >= 9) AS promoters,
                               count(*) FILTER (WHERE survey = 'NPS' AND score BETWEEN 7 AND 8) AS passives,
                               count(*) FILTER (WHERE survey = 'NPS' AND score <= 6) AS detractors,
                               count(*) FILTER (WHERE survey = 'CSAT' AND score >= 4) AS satisfied,
                               count(*) FILTER (WHERE survey = 'CSAT') AS rated, count(*) FILTER (WHERE survey = 'CES') AS efforts,
                               coalesce(sum(score) FILTER (WHERE survey = 'CES'), 0) AS effort_sum,
                               coalesce(sum(score * score) FILTER (WHERE survey = 'CES'), 0) AS effort_squares,
                               count(*) FILTER (WHERE survey = 'CES' AND score >= 5) AS easy
                        FROM steps JOIN said ON answered_on BETWEEN step - cast(:days AS integer) + 1 AND step
                                            AND (again IS NULL OR again > step)
                        GROUP BY step ORDER BY step
                        """.formatted(group.and("customer_id")))
                .params(group.parameters())
                .param("steps", ends.stream().map(LocalDate::toString).collect(Collectors.joining(",")))
                .param("days", days)
                .query(Scores.class)
                .list();
    }

    /** The groups of a kind with most customers who answered; who is in several stands in each. */
    List<Scores> by(GroupKind kind, Span span, CustomerGroup group) {
        return jdbc.sql(("WITH each AS (SELECT a.customer_id, " + EACH + """
                        FROM answer a WHERE a.answered_on BETWEEN :from AND :to %s GROUP BY a.customer_id)
                        SELECT NULL::date AS step, max(k.name) AS name, """ + SUMS + """
                        FROM each JOIN customer c ON c.id = each.customer_id CROSS JOIN LATERAL (%s) k
                        GROUP BY lower(k.name) ORDER BY count(*) DESC, 2 LIMIT :groups
                        """)
                        .formatted(group.and("a.customer_id"), kind.names()))
                .params(group.parameters())
                .param("from", span.from())
                .param("to", span.to())
                .param("groups", GROUPS)
                .query(Scores.class)
                .list();
    }

    /** Newest first, before a day and number. */
    List<Words> words(Span span, CustomerGroup group, Recommender kind, LocalDate day, long id, int limit) {
        return jdbc.sql("""
                        SELECT a.id, a.customer_id, c.name AS customer, a.score, a.answered_on, a.comment
                        FROM answer a JOIN customer c ON c.id = a.customer_id
                        WHERE a.survey = 'NPS' AND a.comment IS NOT NULL AND a.score BETWEEN :low AND :high
                          AND a.answered_on BETWEEN :from AND :to AND (a.answered_on, a.id) < (:day, :id) %s
                        ORDER BY a.answered_on DESC, a.id DESC LIMIT :limit
                        """.formatted(group.and("a.customer_id")))
                .params(group.parameters())
                .param("low", kind.lowest())
                .param("high", kind.highest())
                .param("from", span.from())
                .param("to", span.to())
                .param("day", day)
                .param("id", id)
                .param("limit", limit)
                .query(Words.class)
                .list();
    }
}

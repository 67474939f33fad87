package dev.rapport.metrics;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long customers stay, from their first purchase to the last day that the churn rule leaves them one. Who came back
 * after a pause had never gone; who is a customer on the day is so until now.
 */
@Component
class SurvivalQuery {

    /** So many customers whose first purchase is {@code age} whole steps ago stayed for {@code lived} of them. */
    record Lives(int age, int lived, long customers) {}

    private static final String RHYTHM = "until";
    private static final String FIXED = "least(next_day - 1, day + cast(:churnDays AS integer))";

    private final JdbcClient jdbc;

    SurvivalQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Lives> lives(LocalDate asOf, int step, @Nullable Integer churnDays, CustomerGroup group) {
        return jdbc.sql("""
                        WITH life AS (
                          SELECT customer_id, first_day AS first, day AS last, least(%s, :asOf) AS until
                          FROM purchase_day WHERE day <= :asOf AND (next_day IS NULL OR next_day > :asOf) %s
                        ), lost AS (
                          SELECT customer_id, changed_on FROM (
                            SELECT DISTINCT ON (customer_id) customer_id, stage, changed_on FROM stage_change
                            WHERE changed_on <= :asOf
                              AND customer_id IN (SELECT customer_id FROM stage_change WHERE stage = 'LOST')
                            ORDER BY customer_id, changed_on DESC, id DESC) latest
                          WHERE stage = 'LOST'
                        )
                        SELECT (:asOf - first) / :step AS age,
                               greatest(0, (CASE WHEN changed_on >= last THEN least(until, changed_on - 1) ELSE until END - first)
                                           / :step) AS lived, count(*) AS customers
                        FROM life LEFT JOIN lost USING (customer_id) GROUP BY 1, 2
                        """.formatted(churnDays == null ? RHYTHM : FIXED, group.and("customer_id")))
                .params(group.parameters())
                .param("asOf", asOf)
                .param("step", step)
                .param("churnDays", churnDays)
                .query(Lives.class)
                .list();
    }
}

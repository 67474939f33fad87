package dev.rapport.metrics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was a customer at the end of a day: bought up to then, not longer ago than the churn rule
 * allows, and not in stage lost unless they bought after they were lost.
 */
@Component
class CustomerBaseQuery {

    private static final String RHYTHM = "SELECT customer_id, day, until FROM purchase_day";
    private static final String FIXED =
            "SELECT customer_id, day, least(next_day - 1, day + cast(:churnDays AS integer)) AS until FROM purchase_day";

    private final JdbcClient jdbc;

    CustomerBaseQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One scan for all days. The lost are few, so they are taken out after the fact. */
    CustomerBase on(List<LocalDate> days, @Nullable Integer churnDays, CustomerGroup group) {
        String sql = """
                WITH customers AS (
                  SELECT customer_id, bit_or(%1$s) AS days FROM (%3$s) bought
                  WHERE until >= :earliest AND day <= :latest %4$s GROUP BY customer_id
                ), lost AS (
                  SELECT customer_id, since, %2$s AS days
                  FROM (SELECT customer_id, stage, changed_on AS since,
                               lead(changed_on) OVER (PARTITION BY customer_id ORDER BY changed_on, id) AS until
                        FROM stage_change
                        WHERE customer_id IN (SELECT customer_id FROM stage_change WHERE stage = 'LOST') %4$s) stages
                  WHERE stage = 'LOST' AND since <= :latest AND (until IS NULL OR until > :earliest)
                ), leavers AS (
                  SELECT l.customer_id, bit_or(%1$s & l.days) AS days
                  FROM lost l JOIN (%3$s) bought ON bought.customer_id = l.customer_id AND bought.day <= l.since
                  WHERE until >= :earliest AND day <= :latest GROUP BY l.customer_id
                )
                SELECT c.days & ~coalesce(l.days, 0) AS days, count(*) AS customers
                FROM customers c LEFT JOIN leavers l USING (customer_id) GROUP BY 1
                """.formatted(
                        bits(days, "day <= %1$s AND until >= %1$s"),
                        bits(days, "since <= %1$s AND (until IS NULL OR until > %1$s)"),
                        churnDays == null ? RHYTHM : FIXED,
                        group.and("customer_id"));
        Map<String, Object> parameters = new HashMap<>(group.parameters());
        IntStream.range(0, days.size()).forEach(i -> parameters.put("day" + i, days.get(i)));
        Map<Integer, Long> customers = new HashMap<>();
        jdbc.sql(group.over(sql))
                .params(parameters)
                .param("churnDays", churnDays)
                .param("earliest", days.stream().min(LocalDate::compareTo).orElseThrow())
                .param("latest", days.stream().max(LocalDate::compareTo).orElseThrow())
                .query(row -> {
                    customers.merge(row.getInt("days"), row.getLong("customers"), Long::sum);
                });
        return new CustomerBase(List.copyOf(days), Map.copyOf(customers));
    }

    private static String bits(List<LocalDate> days, String condition) {
        return IntStream.range(0, days.size())
                .mapToObj(i -> "CASE WHEN " + condition.formatted("cast(:day" + i + " AS date)") + " THEN " + (1 << i)
                        + " ELSE 0 END")
                .collect(Collectors.joining(" | ", "(", ")"));
    }
}

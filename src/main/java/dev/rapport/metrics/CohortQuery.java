package dev.rapport.metrics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Customers by the month of their first purchase, and how many of them bought again in each month after. */
@Component
class CohortQuery {

    record Cell(LocalDate cohort, LocalDate month, long customers) {}

    private final JdbcClient jdbc;

    CohortQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Cohort> of(YearMonth first, YearMonth last, LocalDate asOf, CustomerGroup group) {
        return table(cells(first, last, asOf, group), asOf);
    }

    /** All rows are as long as the oldest one's; a month that isn't over on the day is null, not none. */
    static List<Cohort> table(List<Cell> found, LocalDate asOf) {
        YearMonth over = YearMonth.from(asOf.plusDays(1)).minusMonths(1);
        Map<YearMonth, Long> sizes = new TreeMap<>();
        Map<YearMonth, Map<Integer, Long>> cells = new HashMap<>();
        for (Cell cell : found) {
            YearMonth cohort = YearMonth.from(cell.cohort());
            int k = (int) cohort.until(YearMonth.from(cell.month()), ChronoUnit.MONTHS);
            cells.computeIfAbsent(cohort, month -> new HashMap<>()).put(k, cell.customers());
            if (k == 0) {
                sizes.put(cohort, cell.customers());
            }
        }
        int width = sizes.keySet().stream()
                .mapToInt(cohort -> (int) cohort.until(YearMonth.from(asOf), ChronoUnit.MONTHS) + 1)
                .max()
                .orElse(0);
        return sizes.entrySet().stream()
                .map(entry -> new Cohort(
                        entry.getKey(),
                        entry.getValue(),
                        row(entry.getKey(), cells.getOrDefault(entry.getKey(), Map.of()), width, over)))
                .toList();
    }

    private static List<@Nullable Long> row(YearMonth cohort, Map<Integer, Long> cells, int width, YearMonth over) {
        List<@Nullable Long> row = new ArrayList<>();
        for (int k = 0; k < width; k++) {
            row.add(cohort.plusMonths(k).isAfter(over) ? null : cells.getOrDefault(k, 0L));
        }
        return row;
    }

    List<Cell> cells(YearMonth first, YearMonth last, LocalDate asOf, CustomerGroup group) {
        return jdbc.sql(group.over("""
                        SELECT date_trunc('month', first_day::timestamp)::date AS cohort,
                               date_trunc('month', day::timestamp)::date AS month, count(*) AS customers
                        FROM purchase_day
                        WHERE first_day BETWEEN :first AND :last AND day <= :asOf
                          AND (previous_day IS NULL OR previous_day < date_trunc('month', day::timestamp)::date) %s
                        GROUP BY 1, 2
                        """.formatted(group.and("customer_id"))))
                .params(group.parameters())
                .param("first", first.atDay(1))
                .param("last", last.atEndOfMonth())
                .param("asOf", asOf)
                .query(Cell.class)
                .list();
    }
}

package dev.rapport.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metrics.formula.Exact;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.ReferenceValues;
import dev.rapport.metrics.formula.Span;
import dev.rapport.testing.DatabaseTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Cohorts of the CDNOW sample: 2,357 customers whose real purchases end on 30 June 1998. */
@DatabaseTest
class CohortsTest {

    private static final LocalDate END = LocalDate.of(1998, 6, 30);

    @Autowired
    private JdbcClient jdbc;

    @Test
    void areThoseOfTheSampleWithTheMonthsNotYetOverLeftOpen() throws IOException {
        JsonNode expected = ReferenceValues.of("cohort-cdnow-sample").get("expected");
        load(Files.readAllLines(ReferenceValues.file("CDNOW_sample.txt")).stream()
                .map(line -> line.strip().split("\\s+"))
                .toList());
        Metrics metrics = new Facts(jdbc).metrics(FixedBusiness.on("1998-06-30"));
        Span all = new Span(LocalDate.of(1997, 1, 1), END);

        CohortTable cohorts = metrics.cohorts(Scope.of(all));

        assertThat(cohorts.n()).isEqualTo(2357);
        assertThat(cohorts.value()).hasSize(3);
        for (Cohort cohort : cohorts.value()) {
            List<Long> row = StreamSupport.stream(
                            expected.get(cohort.month().toString()).spliterator(), false)
                    .map(cell -> cell.isNull() ? null : cell.asLong())
                    .toList();
            assertThat(cohort.active()).isEqualTo(row);
        }
        assertThat(metrics.cohorts(Scope.of(new Span(all.from(), END.minusDays(1))))
                        .value()
                        .get(0)
                        .active())
                .as("June isn't over on the 29th")
                .endsWith((Long) null)
                .hasSize(18);
        Figure retention = metrics.retention(Scope.of(Span.yearTo(END))).retention();
        assertThat(retention.value())
                .as("never above 100, whoever came back")
                .isBetween(BigDecimal.ZERO, Exact.HUNDRED);
    }

    private void load(List<String[]> rows) {
        List<String> ids = rows.stream().map(row -> row[1]).toList();
        List<String> days = rows.stream().map(row -> row[2]).toList();
        List<String> amounts = rows.stream().map(row -> row[4]).toList();
        jdbc.sql("""
                        INSERT INTO customer (name, external_id, sort_key, stage, acquired_on, created_at)
                        SELECT DISTINCT id, id, ''::bytea, 'PURCHASE', date '1997-01-01', now() FROM unnest(?::text[]) id
                        """).param(ids.toArray(String[]::new)).update();
        jdbc.sql("""
                        INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                        SELECT c.id, to_date(day, 'YYYYMMDD'), amount, 'USD', 1, amount, now()
                        FROM unnest(?::text[], ?::text[], ?::numeric[]) AS row (id, day, amount) JOIN customer c ON c.external_id = row.id
                        """)
                .params(ids.toArray(String[]::new), days.toArray(String[]::new), amounts.toArray(String[]::new))
                .update();
    }
}

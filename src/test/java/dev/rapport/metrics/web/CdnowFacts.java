package dev.rapport.metrics.web;

import dev.rapport.metrics.formula.ReferenceValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The 6,919 purchases of 2,357 real customers, as an import leaves them. */
final class CdnowFacts {

    private CdnowFacts() {}

    static void in(JdbcClient jdbc) {
        List<String[]> rows = rows();
        String[] ids = rows.stream().map(row -> row[1]).distinct().toArray(String[]::new);
        jdbc.sql("""
                        INSERT INTO customer (name, external_id, sort_key, stage, acquired_on, created_at)
                        SELECT 'Customer ' || id, id, convert_to(id, 'UTF8'), 'PURCHASE', '1997-01-01', now() FROM unnest(?::text[]) id
                        """).param(ids).update();
        jdbc.sql("""
                        INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                        SELECT c.id, to_date(r.day, 'YYYYMMDD'), r.amount::numeric, 'USD', 1, r.amount::numeric, now()
                        FROM unnest(?::text[], ?::text[], ?::text[]) r (who, day, amount) JOIN customer c ON c.external_id = r.who
                        """)
                .param(rows.stream().map(row -> row[1]).toArray(String[]::new))
                .param(rows.stream().map(row -> row[2]).toArray(String[]::new))
                .param(rows.stream().map(row -> row[4]).toArray(String[]::new))
                .update();
    }

    private static List<String[]> rows() {
        try {
            return Files.readAllLines(ReferenceValues.file("CDNOW_sample.txt")).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.strip().split("\\s+"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

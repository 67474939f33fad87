package dev.rapport.exchange;

import dev.rapport.history.BroughtIn;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the imports behind a customer by the number that each imported row carries. */
@Component
@Transactional(readOnly = true)
class ImportsOfCustomer implements BroughtIn {
    private final JdbcClient jdbc;
    private final String facts;

    ImportsOfCustomer(JdbcClient jdbc, List<FactDoor> doors) {
        this.jdbc = jdbc;
        this.facts = doors.stream()
                .map(door -> "SELECT import_id FROM %s WHERE customer_id = :customer AND import_id IS NOT NULL"
                        .formatted(door.entity()))
                .collect(Collectors.joining(" UNION ALL "));
    }

    @Override
    public List<Brought> to(long customerId) {
        return jdbc.sql("""
                        WITH facts AS (SELECT import_id, count(*) AS facts FROM (%s) f GROUP BY import_id),
                        made AS (SELECT import_id FROM customer WHERE id = :customer AND import_id IS NOT NULL),
                        changed AS (SELECT import_id FROM import_image WHERE entity = 'customer' AND record_id = :customer)
                        SELECT i.id AS import_id, i.file_name, coalesce(i.finished_at, i.created_at) AS finished_at,
                               m.import_id IS NOT NULL AS made, c.import_id IS NOT NULL AS changed, coalesce(f.facts, 0) AS facts
                        FROM import i LEFT JOIN facts f ON f.import_id = i.id LEFT JOIN made m ON m.import_id = i.id
                        LEFT JOIN changed c ON c.import_id = i.id
                        WHERE i.state = 'DONE' AND i.id IN (SELECT import_id FROM facts UNION SELECT import_id FROM made UNION SELECT import_id FROM changed)
                        ORDER BY 3 DESC, i.id DESC LIMIT 50""".formatted(facts))
                .param("customer", customerId)
                .query(Brought.class)
                .list();
    }
}

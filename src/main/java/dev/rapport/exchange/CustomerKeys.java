package dev.rapport.exchange;

import dev.rapport.exchange.source.Field;
import dev.rapport.exchange.source.FilePlan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the customers of rows that name them by the key of an export. A key that is unknown here is one customer of its own:
 * whoever has the customer number, else the e-mail or phone and is no other row's customer, else somebody new.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CustomerKeys {
    private final JdbcTemplate jdbc;
    private final ExportOrigin origin;

    CustomerKeys(JdbcTemplate jdbc, ExportOrigin origin) {
        this.jdbc = jdbc;
        this.origin = origin;
    }

    /** Before the rows without a key look for theirs. */
    void find(FilePlan plan) {
        if (!plan.has(Field.CUSTOMER_KEY)) {
            return;
        }
        jdbc.update("""
                UPDATE staged s SET customer_id = c.id, is_new = false FROM customer c WHERE c.id = %s""".formatted(origin.rowOf("s.customer_key", ExportOrigin.CUSTOMER)));
        jdbc.update("""
                UPDATE staged s SET customer_id = k.customer_id, is_new = false FROM customer_key k
                WHERE s.customer_id IS NULL AND k.key = s.customer_key""");
        jdbc.update("""
                UPDATE staged s SET customer_id = c.id, is_new = false FROM customer c
                WHERE s.customer_id IS NULL AND s.customer_key IS NOT NULL AND c.external_id = s.external_id""");
        for (String kind : new String[] {"email", "phone"}) {
            byContact(kind);
        }
        jdbc.update("""
                UPDATE staged s SET customer_id = n.id, is_new = true FROM (
                  SELECT customer_key, nextval(pg_get_serial_sequence('customer', 'id')) AS id FROM (
                    SELECT customer_key FROM staged WHERE customer_id IS NULL AND customer_key IS NOT NULL
                    GROUP BY customer_key ORDER BY min(row_no)) keys) n
                WHERE n.customer_key = s.customer_key AND s.customer_id IS NULL""");
        refuseNumbersOfOthers();
    }

    private void byContact(String kind) {
        jdbc.update("""
                UPDATE staged s SET customer_id = f.id, is_new = false FROM (
                  SELECT DISTINCT ON (id) id, customer_key FROM (
                    SELECT DISTINCT ON (s.customer_key) s.customer_key, s.row_no, c.id
                    FROM staged s
                    JOIN contact_point p ON p.normalized = s.%1$s_normalized AND p.kind = upper('%1$s')
                    JOIN customer c ON c.id = p.customer_id
                    WHERE s.customer_id IS NULL AND s.customer_key IS NOT NULL
                      AND (c.external_id IS NULL OR s.external_id IS NULL)
                      AND NOT EXISTS (SELECT 1 FROM customer_key k WHERE k.customer_id = c.id)
                      AND NOT EXISTS (SELECT 1 FROM staged taken WHERE taken.customer_id = c.id)
                    ORDER BY s.customer_key, s.row_no, c.id) candidates
                  ORDER BY id, row_no) f
                WHERE f.customer_key = s.customer_key AND s.customer_id IS NULL""".formatted(kind));
    }

    private void refuseNumbersOfOthers() {
        jdbc.update("""
                UPDATE staged s SET refused_key = 'exchange.row.number-of-other', refused_args = ARRAY[s.external_id]
                WHERE s.customer_key IS NOT NULL AND s.external_id IS NOT NULL AND (
                  EXISTS (SELECT 1 FROM customer c WHERE c.external_id = s.external_id AND c.id <> s.customer_id)
                  OR s.external_id IN (
                    SELECT external_id FROM staged WHERE customer_key IS NOT NULL
                    GROUP BY external_id HAVING count(DISTINCT customer_id) > 1))""");
    }

    /** Once the customers are stored: the same key leads to them the next time. */
    void remember(FilePlan plan) {
        if (plan.has(Field.CUSTOMER_KEY)) {
            jdbc.update("""
                    INSERT INTO customer_key (key, customer_id)
                    SELECT DISTINCT ON (s.customer_key) s.customer_key, s.customer_id
                    FROM staged s JOIN customer c ON c.id = s.customer_id
                    WHERE s.customer_key IS NOT NULL AND %s IS DISTINCT FROM s.customer_id
                    ORDER BY s.customer_key, s.row_no
                    ON CONFLICT DO NOTHING""".formatted(origin.rowOf("s.customer_key", ExportOrigin.CUSTOMER)));
        }
    }
}

package dev.rapport.metrics.web;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A hundred and twenty customers who bought, answered and spoke in the two years to today; the same ones every time. */
final class BusinessOfTwoYears {

    private BusinessOfTwoYears() {}

    static void in(JdbcClient jdbc) {
        jdbc.sql("""
                INSERT INTO customer (name, sort_key, stage, source, acquired_on, created_at)
                SELECT (ARRAY['Marta Bianchi', '张伟', 'Kanda Coffee', 'Keller GmbH', 'Studio Nord', 'Zoë O’Neil'])[1 + i % 6] || ' ' || i,
                       convert_to('c' || i, 'UTF8'), (ARRAY['PURCHASE', 'RETENTION', 'LOYALTY', 'CONSIDERATION', 'LOST'])[1 + i * 7 % 5],
                       (ARRAY['Referral', 'Autumn fair', 'Search', NULL])[1 + i * 3 % 4], current_date - 720 + i * 5, now()
                FROM generate_series(1, 120) i
                """).update();
        jdbc.sql(
                        "INSERT INTO stage_change (customer_id, stage, changed_on, created_at) SELECT id, stage, acquired_on, now() FROM customer")
                .update();
        jdbc.sql("""
                INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                SELECT c.id, day, amount, 'USD', 1, amount, now()
                FROM customer c, generate_series(0, 4 + c.id % 5) k,
                     LATERAL (SELECT c.acquired_on + (k * (40 + c.id * 11 % 70))::int AS day, 20 + (c.id * 37 + k * 101) % 480 AS amount) x
                WHERE day <= current_date AND c.id % 6 <> 3
                """).update();
        jdbc.sql("""
                INSERT INTO answer (customer_id, survey, score, answered_on, created_at)
                SELECT customer_id, 'NPS', (ARRAY[10, 9, 9, 8, 7, 6, 10, 3, 9, 8])[1 + (id * 7 + 3) % 10], purchased_on + 1, now()
                FROM purchase WHERE id % 3 = 0 AND purchased_on < current_date
                """).update();
        jdbc.sql("""
                INSERT INTO timeline_entry (customer_id, source, source_id, kind, happened_at, all_day, title)
                SELECT c.id, 'interaction', c.id, (ARRAY['CALL', 'MAIL', 'MEETING', 'NOTE'])[1 + c.id % 4],
                       now() - c.id * interval '9 hours', false, 'Asked about delivery and the long list of colours for the spring, which nobody had promised'
                FROM customer c WHERE c.id <= 20
                """).update();
    }
}

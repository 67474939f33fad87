package dev.rapport.exchange.restore;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A few rows in many tables, with what a text file can get wrong: breaks, quotes, nulls, bytes, other scripts. */
final class BusinessOfManyKinds {
    private BusinessOfManyKinds() {}

    static void write(JdbcClient jdbc) {
        jdbc.sql("""
                INSERT INTO customer (name, sort_key, search_text, stage, acquired_on, created_at, company, city, tags, about)
                VALUES ('Łukasz "Q", 张三' || chr(10) || '2', '\\x01ff', ' łukasz 张 三 ', 'PURCHASE', '2026-01-02', now(), '', NULL,
                        '{vip,"a b","c,\\"d"}', '\\N' || chr(13) || chr(10) || '\\.'),
                       ('Zoë', '\\x', '', 'LOST', '1999-12-31', '2026-03-29T01:30:00.123456Z', NULL, 'Ærø', '{}', ''),
                       ('=1+1', '\\x00', '', 'AWARENESS', '2026-01-02', now(), '-', '''', '{}', NULL)""").update();
        jdbc.sql(
                        "INSERT INTO contact_point (customer_id, kind, value, normalized) VALUES (1, 'EMAIL', 'Q@x.org', 'q@x.org')")
                .update();
        jdbc.sql("INSERT INTO product (name, price, created_at) VALUES ('Course', 12.3400, now())")
                .update();
        jdbc.sql("""
                INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, product_id, created_at)
                SELECT 1 + n % 2, date '2026-01-01' + 20 * n, 0.1 * n, 'EUR', 1.234567890123, round(0.1 * n * 1.234567890123, 4), 1, now()
                FROM generate_series(1, 20) n""").update();
        jdbc.sql("""
                INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, refund_of, created_at)
                VALUES (1, '2026-10-01', -0.2, 'USD', 1, -0.2, 2, now())""").update();
        jdbc.sql("INSERT INTO interaction (customer_id, kind, occurred_at, body, created_at)"
                        + " VALUES (1, 'CALL', '2026-10-25T02:30:00+02', repeat('长', 5000), now())")
                .update();
        jdbc.sql(
                        "INSERT INTO change_log (happened_at, via, entity, entity_id, action, before, after)"
                                + " VALUES (now(), 'PAGE', 'customer', 1, 'CHANGED', '{\"a\": 1.50}', '{\"a\": \"\\\\u0041\\n\"}')")
                .update();
        jdbc.sql("INSERT INTO change_log (happened_at, via, entity, entity_id, action, undoes)"
                        + " VALUES (now(), 'PAGE', 'customer', 1, 'UNDONE', 1)")
                .update();
        jdbc.sql("INSERT INTO task (customer_id, title, due_on, due_time, created_at)"
                        + " VALUES (1, 'call', '2026-12-01', '09:30', now())")
                .update();
        jdbc.sql("INSERT INTO answer (customer_id, survey, score, answered_on, created_at)"
                        + " VALUES (1, 'NPS', 9, '2026-11-01', now())")
                .update();
    }
}

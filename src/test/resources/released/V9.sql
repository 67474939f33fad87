-- A small business as the schema of version 9 holds it: rows in every table. Written once, never edited.
INSERT INTO account (id, email, name, password_hash, role, language, created_at, removed_at) VALUES
  (1, 'mei@example.com', '梅 Mei', '$argon2id$v=19$m=64,t=1,p=1$fZmt4H/ctJROQCO9HrYvGA$ClqNlfUGhBeGwD4BzUrdCDW7bQTAgmSNKD8UR6I9Kv8', 'OWNER', 'en', '2025-01-02T08:00:00Z', NULL),
  (2, 'hugo@example.com', 'Hugo', 'x', 'HELPER', 'zh-CN', '2025-06-02T08:00:00Z', NULL),
  (3, 'gone@example.com', '', 'x', 'HELPER', 'en', '2025-02-02T08:00:00Z', '2025-03-01T08:00:00Z');
INSERT INTO business (id, name, language, country, currency, time_zone, gross_margin, discount_rate, clv_years, churn_days)
VALUES (1, 'Atelier Mei', 'en', 'IT', 'EUR', 'Europe/Rome', 62.50, 8.000, 3, NULL);
INSERT INTO api_token (id, account_id, name, token_hash, created_at, last_used_on, revoked_at) VALUES
  (1, 1, 'Shop', '\x01', '2025-01-03T08:00:00Z', '2026-11-20', NULL),
  (2, 1, 'Old shop', '\x02', '2025-01-03T08:00:00Z', NULL, '2025-02-01T08:00:00Z');
INSERT INTO one_time_link (id, purpose, token_hash, account_id, email, created_at, expires_at, used_at)
VALUES (1, 'INVITATION', '\x03', 1, 'hugo@example.com', '2025-06-01T08:00:00Z', '2025-06-08T08:00:00Z', '2025-06-02T08:00:00Z');
INSERT INTO sign_in_failure VALUES ('a1b2', 3, '2026-11-01T08:00:00Z', '2026-11-01T08:00:10Z');
INSERT INTO idempotency_key VALUES (1, 'order-1', '\x04', 201, '/api/v1/customers/1', 'application/json', '\x7b7d', '2026-11-20T08:00:00Z');
INSERT INTO spring_session VALUES ('p0000000-0000-0000-0000-000000000000', 's0000000-0000-0000-0000-000000000000', 1763000000000, 1763000000000, 2592000, 4102444800000, '1');
INSERT INTO spring_session_attributes VALUES ('p0000000-0000-0000-0000-000000000000', 'a', '\x00');

INSERT INTO customer (id, version, kind, name, sort_key, search_text, external_id, company, role, source, stage, language, country, city,
  address, website, birthday, acquired_on, tags, needs, about, created_at, archived_at, import_id) VALUES
  (1, 4, 'PERSON', 'Zoë O''Neill', '\x01', ' zoe o''neill ', 'shop-1', 'Neill & Søn', 'Buyer', 'Fair', 'LOYALTY', 'en', 'DK', 'Århus',
   'Gade 1', 'https://example.com', '1980-02-29', '2025-01-10', '{vip,"early bird"}', E'two\nlines', 'About', '2025-01-10T09:00:00Z', NULL, NULL),
  (2, 0, 'PERSON', '王小明', '\x02', ' 王 小 明 ', 'shop-2', NULL, NULL, '微信', 'RETENTION', 'zh-CN', 'CN', '上海', NULL, NULL, NULL,
   '2025-02-01', '{}', NULL, NULL, '2025-02-01T09:00:00Z', NULL, 1),
  (3, 1, 'COMPANY', 'Müller GmbH', '\x03', ' muller gmbh ', NULL, NULL, NULL, 'Search', 'PURCHASE', 'de', 'DE', 'Köln', NULL, NULL, NULL,
   '2025-05-05', '{b2b}', NULL, NULL, '2025-05-05T09:00:00Z', NULL, NULL),
  (4, 2, 'PERSON', 'Archived Ann', '\x04', ' archived ann ', 'shop-4', NULL, NULL, NULL, 'LOST', NULL, NULL, NULL, NULL, NULL, NULL,
   '2024-12-01', '{}', NULL, NULL, '2024-12-01T09:00:00Z', '2026-01-01T09:00:00Z', NULL);
INSERT INTO customer (id, name, sort_key, search_text, stage, acquired_on, created_at)
SELECT n, 'Prospect ' || n, decode(lpad(to_hex(n), 4, '0'), 'hex'), ' prospect ' || n || ' ',
  (ARRAY['AWARENESS', 'CONSIDERATION', 'PURCHASE', 'RETENTION', 'LOYALTY', 'LOST'])[1 + n % 6], date '2025-03-01' + n, timestamptz '2025-03-01T09:00:00Z' + n * interval '1 day'
FROM generate_series(5, 40) n;
INSERT INTO contact_point (customer_id, kind, value, normalized, position) VALUES
  (1, 'EMAIL', 'Zoe@Example.com', 'zoe@example.com', 0), (1, 'PHONE', '+45 12 34 56 78', '4512345678', 0),
  (2, 'PHONE', '138 0013 8000', '8613800138000', 0), (3, 'EMAIL', 'info@mueller.example', 'info@mueller.example', 0);
INSERT INTO stage_change (customer_id, stage, changed_on, created_at, import_id)
SELECT id, stage, acquired_on, created_at, import_id FROM customer;
INSERT INTO consent (customer_id, purpose, given, happened_on, how, created_at) VALUES
  (1, 'Newsletter', true, '2025-01-10', 'Card at the fair', '2025-01-10T09:00:00Z'),
  (1, 'Newsletter', false, '2026-01-10', 'By mail', '2026-01-10T09:00:00Z');

INSERT INTO product (id, name, kind, price, cost, created_at, archived_at) VALUES
  (1, 'Course', 'BASE', 100.0000, 20.0000, '2025-01-02T08:00:00Z', NULL), (2, 'Coaching', 'VALUE_ADDED', 250.0000, NULL, '2025-01-02T08:00:00Z', NULL),
  (3, 'Old course', 'BASE', NULL, NULL, '2025-01-02T08:00:00Z', '2025-12-01T08:00:00Z');
INSERT INTO exchange_rate VALUES ('USD', '2025-06-01', 0.923456789012), ('CNY', '2025-06-01', 0.128);
INSERT INTO purchase (customer_id, external_id, product_id, purchased_on, amount, currency, rate, cost, base_amount, note, created_at, import_id)
SELECT 1 + n % 12, CASE WHEN n % 3 = 0 THEN 'order-' || n END, 1 + n % 3, date '2025-01-15' + n * 5, 20 + n, 'EUR', 1, n % 7, 20 + n, NULL,
  timestamptz '2025-01-15T12:00:00Z' + n * interval '5 days', CASE WHEN n % 12 = 1 THEN 1 END
FROM generate_series(1, 120) n;
INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, refund_of, note, created_at) VALUES
  (1, '2025-08-01', 100, 'USD', 0.923456789012, 92.3457, NULL, 'in dollars', '2025-08-01T12:00:00Z'),
  (1, '2025-09-01', -100, 'USD', 0.923456789012, -92.3457, 121, 'refund', '2025-09-01T12:00:00Z'),
  (2, '2025-09-01', 0, 'EUR', 1, 0, NULL, 'a gift', '2025-09-01T12:00:00Z');
INSERT INTO interaction (customer_id, external_id, kind, direction, occurred_at, subject, body, purpose, outcome, created_at, form_token)
SELECT 1 + n % 6, CASE WHEN n = 1 THEN 'mail-1' END, (ARRAY['CALL', 'MAIL', 'MEETING', 'CHAT', 'SOCIAL', 'EVENT', 'NOTE'])[1 + n % 7],
  (ARRAY['IN', 'OUT', 'NONE'])[1 + n % 3], timestamptz '2025-02-01T10:00:00Z' + n * interval '7 days', 'Subject ' || n, E'What was said\nin ' || n,
  NULL, NULL, timestamptz '2025-02-01T10:05:00Z' + n * interval '7 days', CASE WHEN n = 2 THEN 'token' END
FROM generate_series(1, 60) n;
INSERT INTO answer (customer_id, external_id, survey, score, answered_on, comment, created_at)
SELECT 1 + n % 10, CASE WHEN n = 1 THEN 'answer-1' END, 'NPS', n % 11, date '2026-01-01' + n * 10, '很好', timestamptz '2026-01-01T10:00:00Z' + n * interval '10 days'
FROM generate_series(1, 30) n;
INSERT INTO answer (customer_id, survey, score, answered_on, created_at) VALUES
  (1, 'CSAT', 5, '2026-05-01', '2026-05-01T10:00:00Z'), (2, 'CES', 7, '2026-05-01', '2026-05-01T10:00:00Z');
INSERT INTO task (customer_id, interaction_id, title, due_on, due_time, done_at, created_at) VALUES
  (1, 1, 'Call Zoë', '2026-12-01', '09:30', NULL, '2026-11-01T10:00:00Z'), (NULL, NULL, 'Taxes', '2026-11-30', NULL, NULL, '2026-11-01T10:00:00Z'),
  (2, NULL, 'Send an offer', '2026-10-01', NULL, '2026-10-02T10:00:00Z', '2026-09-01T10:00:00Z');
INSERT INTO timeline_entry (customer_id, source, source_id, kind, happened_at, all_day, direction, title, body, outcome)
SELECT customer_id, 'interaction', id, kind, occurred_at, false, direction, subject, body, outcome FROM interaction;
INSERT INTO timeline_entry (customer_id, source, source_id, kind, happened_at, all_day, title, amount, currency)
SELECT customer_id, 'purchase', id, CASE WHEN amount < 0 THEN 'REFUND' ELSE 'PURCHASE' END, purchased_on + time '12:00', true, NULL, amount, currency FROM purchase;
INSERT INTO timeline_entry (customer_id, source, source_id, kind, happened_at, all_day, body, score)
SELECT customer_id, 'answer', id, survey, answered_on + time '12:00', true, comment, score FROM answer;
INSERT INTO customer_summary (customer_id, first_purchase_on, last_purchase_on, purchases, revenue)
SELECT c.id, min(purchased_on) FILTER (WHERE amount >= 0), max(purchased_on) FILTER (WHERE amount >= 0), count(*) FILTER (WHERE amount >= 0), coalesce(sum(base_amount), 0)
FROM customer c LEFT JOIN purchase p ON p.customer_id = c.id GROUP BY c.id;

INSERT INTO import (id, account_id, kind, file_name, stored_as, size, mapping, dry_run, state, created_at, started_at, finished_at, created, updated, rejected, customers_created)
VALUES (1, 1, 'CUSTOMERS', 'customers.csv', '11111111-1111-1111-1111-111111111111', 120, '{"columns": ["name"], "header": true}', false, 'DONE',
        '2025-02-01T08:59:00Z', '2025-02-01T08:59:30Z', '2025-02-01T09:00:00Z', 1, 1, 1, 1),
       (2, 1, 'PURCHASES', 'orders.csv', '22222222-2222-2222-2222-222222222222', 120, '{"columns": ["externalId"], "header": false}', true, 'DRAFT',
        '2026-11-01T08:59:00Z', NULL, NULL, 0, 0, 0, 0);
INSERT INTO import_rejection VALUES (1, 3, 'email', 'exchange.row.email', '{"x@"}');
INSERT INTO import_image VALUES (1, 'customer', 3, '{"name": "Mueller"}', '{"name": "Müller GmbH"}');
INSERT INTO change_log (happened_at, account_id, via, entity, entity_id, customer_id, action, before, after, undoes) VALUES
  ('2025-01-10T09:00:00Z', 1, 'PAGE', 'customer', 1, 1, 'CREATED', NULL, '{"customer": [{"id": 1, "name": "Zoe"}]}', NULL),
  ('2025-01-11T09:00:00Z', 1, 'PAGE', 'customer', 1, 1, 'CHANGED', '{"customer": [{"id": 1, "name": "Zoe"}]}', '{"customer": [{"id": 1, "name": "Zoë O''Neill"}]}', NULL),
  ('2025-01-12T09:00:00Z', 2, 'API', 'task', 99, 1, 'DELETED', '{"task": [{"id": 99, "title": "x"}]}', NULL, NULL),
  ('2025-01-12T09:01:00Z', 2, 'PAGE', 'task', 99, 1, 'UNDONE', NULL, '{"task": [{"id": 99, "title": "x"}]}', 3);
SELECT setval(pg_get_serial_sequence(t, 'id'), 1000) FROM unnest(ARRAY['account', 'customer', 'product', 'import', 'api_token', 'one_time_link']) t;

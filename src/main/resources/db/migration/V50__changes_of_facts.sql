-- What the figures of the dashboard are summed up from, and how they were taken: the rows of a customer as they are now and
-- as they were when the sums were taken tell what to put on them and what to take off. Unlogged: after a crash both are empty
-- and the sums are taken anew; no archive holds them.
CREATE UNLOGGED TABLE fact_log (
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  source      text NOT NULL,  -- the table
  customer_id bigint,         -- null: too much has changed to follow it row by row
  sign        smallint,       -- 1 for a row that came, -1 for one that went
  image       jsonb
);
CREATE INDEX fact_log_by_transaction ON fact_log (transaction);

-- Rows of earlier transactions than this one may be gone from the log.
CREATE UNLOGGED TABLE fact_log_start (
  transaction xid8 NOT NULL
);

CREATE UNLOGGED TABLE dashboard_sums (
  scope    text PRIMARY KEY,    -- days and settings, see BoardScope
  facts    oid NOT NULL,        -- the table of purchases: another one once an archive was restored
  snapshot pg_snapshot NOT NULL,
  made_at  timestamptz NOT NULL,
  took     bigint NOT NULL,     -- milliseconds, when everything was last read
  sums     jsonb NOT NULL
);

-- Arguments: the column that names the customer, the columns that figures rest on, and which rows.
CREATE FUNCTION facts_logged() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  many    CONSTANT bigint := 250;
  images  CONSTANT text := format('SELECT r.%I AS customer, to_jsonb(r) AS image FROM (SELECT %s FROM %%s WHERE %s) r',
                                  TG_ARGV[0], TG_ARGV[1], TG_ARGV[2]);
  come    CONSTANT text := format(images, 'come');
  gone    CONSTANT text := format(images, 'gone');
  changed text;
  logged  bigint := many + 1;
BEGIN
  IF TG_OP = 'INSERT' THEN
    changed := 'SELECT 1 AS sign, * FROM (' || come || ') c';
  ELSIF TG_OP = 'DELETE' THEN
    changed := 'SELECT -1 AS sign, * FROM (' || gone || ') g';
  ELSIF TG_OP = 'UPDATE' THEN
    IF NOT EXISTS (SELECT FROM come OFFSET 20000 LIMIT 1) THEN
      changed := 'SELECT -1 AS sign, * FROM (' || gone || ' EXCEPT ALL ' || come || ') g UNION ALL SELECT 1, * FROM ('
                 || come || ' EXCEPT ALL ' || gone || ') c';
    END IF;
  END IF;
  IF changed IS NOT NULL THEN
    EXECUTE format('INSERT INTO fact_log (source, customer_id, sign, image) SELECT %L, customer, sign, image FROM (%s) r LIMIT %s',
                   TG_TABLE_NAME, changed, many + 1);
    GET DIAGNOSTICS logged = ROW_COUNT;
  END IF;
  IF logged > many THEN
    INSERT INTO fact_log (source) VALUES (TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END
$$;

-- A product's margin counts for every purchase that has no cost of its own.
CREATE FUNCTION margins_logged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT id, price, cost FROM gone EXCEPT SELECT id, price, cost FROM come) THEN
    INSERT INTO fact_log (source) VALUES (TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER margins_logged AFTER UPDATE ON product
  REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION margins_logged();

DO $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT * FROM (VALUES
    ('customer', 'id', 'id, source, stage, acquired_on', 'true'),
    ('stage_change', 'customer_id', 'id, customer_id, stage, changed_on', 'true'),
    ('purchase', 'customer_id', 'id, customer_id, purchased_on, amount, base_amount, cost, rate, product_id, refund_of', 'true'),
    ('purchase_day', 'customer_id', 'customer_id, day, previous_day, next_day, first_day, reach, until', 'true'),
    ('answer', 'customer_id', 'id, customer_id, survey, score, answered_on', 'survey = ''NPS''')
  ) AS log (source, customer, columns, condition) LOOP
    EXECUTE format('CREATE TRIGGER facts_come AFTER INSERT ON %I REFERENCING NEW TABLE AS come'
                   ' FOR EACH STATEMENT EXECUTE FUNCTION facts_logged(%L, %L, %L)', one.source, one.customer, one.columns, one.condition);
    EXECUTE format('CREATE TRIGGER facts_change AFTER UPDATE ON %I REFERENCING OLD TABLE AS gone NEW TABLE AS come'
                   ' FOR EACH STATEMENT EXECUTE FUNCTION facts_logged(%L, %L, %L)', one.source, one.customer, one.columns, one.condition);
    EXECUTE format('CREATE TRIGGER facts_go AFTER DELETE ON %I REFERENCING OLD TABLE AS gone'
                   ' FOR EACH STATEMENT EXECUTE FUNCTION facts_logged(%L, %L, %L)', one.source, one.customer, one.columns, one.condition);
    EXECUTE format('CREATE TRIGGER facts_truncated AFTER TRUNCATE ON %I'
                   ' FOR EACH STATEMENT EXECUTE FUNCTION facts_logged(%L, %L, %L)', one.source, one.customer, one.columns, one.condition);
  END LOOP;
END
$$;

-- A million purchases at once. The customers of new purchases are checked and held by statement: a foreign key asks and locks
-- for each row, which took longer than writing it. Same rule, same error, same locks (KEY SHARE, in the order of their keys).
ALTER TABLE purchase DROP CONSTRAINT purchase_customer_id_fkey;

CREATE FUNCTION purchases_have_customers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  missing bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM touched) THEN
    RETURN NULL;
  END IF;
  -- Planned at each call: one purchase or all of an import's.
  EXECUTE $sql$
    SELECT (SELECT count(DISTINCT customer_id) FROM touched) - (SELECT count(*) FROM (
      SELECT FROM customer WHERE id IN (SELECT customer_id FROM touched) ORDER BY id FOR KEY SHARE) held)
  $sql$ INTO missing;
  IF missing > 0 THEN
    RAISE EXCEPTION 'purchases of % customers who are not there', missing
      USING ERRCODE = 'foreign_key_violation', TABLE = 'purchase', CONSTRAINT = 'purchase_customer_id_fkey';
  END IF;
  RETURN NULL;
END
$$;
-- Triggers run in the order of their names: before the purchase days follow.
CREATE TRIGGER customers_of_new_purchases AFTER INSERT ON purchase
  REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION purchases_have_customers();
CREATE TRIGGER customers_of_changed_purchases AFTER UPDATE ON purchase
  REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION purchases_have_customers();

CREATE OR REPLACE FUNCTION derived_rows_go_along() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM gone) THEN
    RETURN NULL;
  END IF;
  -- Planned at each call: one customer or all of an import's.
  EXECUTE 'DELETE FROM purchase WHERE customer_id IN (SELECT id FROM gone)';
  EXECUTE 'DELETE FROM timeline_entry WHERE customer_id IN (SELECT id FROM gone)';
  EXECUTE 'DELETE FROM purchase_day WHERE customer_id IN (SELECT id FROM gone)';
  RETURN NULL;
END
$$;

-- As before, but one after the other for each customer: of two who write purchases of the same customer at once, the second
-- has to see the first's, or the days of one of them stay unknown to those of the other.
CREATE OR REPLACE FUNCTION purchase_days_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  nested_loops text := current_setting('enable_nestloop');
BEGIN
  IF NOT EXISTS (SELECT FROM touched) THEN
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT FROM touched OFFSET 5000 LIMIT 1) THEN
    PERFORM set_config('enable_nestloop', 'off', true);
  END IF;
  -- Planned at each call: a plan made for one purchase would be used for an import, and the reverse.
  EXECUTE $sql$
    SELECT count(*) FROM (
      SELECT FROM customer_summary WHERE customer_id IN (SELECT customer_id FROM touched)
      ORDER BY customer_id FOR NO KEY UPDATE) held
  $sql$;
  EXECUTE $sql$
    WITH since AS (SELECT customer_id, min(purchased_on) AS day FROM touched GROUP BY customer_id)
    DELETE FROM purchase_day d USING since s WHERE d.customer_id = s.customer_id AND d.day >= s.day
  $sql$;
  EXECUTE $sql$
    WITH since AS (
      SELECT t.customer_id, min(t.purchased_on) AS day FROM touched t
      WHERE EXISTS (SELECT FROM customer c WHERE c.id = t.customer_id) GROUP BY t.customer_id
    ), bought AS (
      SELECT p.customer_id, p.purchased_on AS day, s.day AS since FROM since s JOIN purchase p USING (customer_id)
      WHERE p.amount >= 0 GROUP BY p.customer_id, p.purchased_on, s.day
    ), days AS (
      SELECT customer_id, day, since, lag(day) OVER w AS previous_day, lead(day) OVER w AS next_day,
             first_value(day) OVER w AS first_day
      FROM bought WINDOW w AS (PARTITION BY customer_id ORDER BY day)
    ), rhythm AS (
      SELECT d.*, count(previous_day) OVER w AS gaps,
             count(*) FILTER (WHERE day - previous_day > 30) OVER w AS long_gaps,
             CASE WHEN count(*) FILTER (WHERE day - previous_day > 30) OVER w * 2 >= count(previous_day) OVER w
                  THEN array_agg(day - previous_day) OVER w END AS so_far
      FROM days d WINDOW w AS (PARTITION BY customer_id ORDER BY day)
    )
    INSERT INTO purchase_day AS known (customer_id, day, previous_day, next_day, first_day, reach)
    SELECT customer_id, day, previous_day, next_day, first_day,
           CASE WHEN gaps = 0 OR long_gaps * 2 < gaps THEN 90
                WHEN gaps = 1 THEN greatest(90, 3 * (day - previous_day))
                ELSE greatest(90, floor(3 * (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY gap)
                                             FROM unnest(so_far) gap))) END
    FROM rhythm
    WHERE day >= since OR next_day >= since OR next_day IS NULL
    ORDER BY customer_id, day
    ON CONFLICT (customer_id, day) DO UPDATE SET next_day = excluded.next_day
  $sql$;
  PERFORM set_config('enable_nestloop', nested_loops, true);
  RETURN NULL;
END
$$;

-- Every day that a customer bought on, with what the churn rule needs to know of it. Follows the purchases by trigger, so
-- that whoever writes them (a form, an import, its undo, a merge), the figures of any past day can be read in one scan.
CREATE TABLE purchase_day (
  customer_id  bigint NOT NULL REFERENCES customer ON DELETE CASCADE,
  day          date NOT NULL,
  previous_day date,
  next_day     date,
  first_day    date NOT NULL,
  reach        integer NOT NULL,  -- days after which they count as churned: max(90, 3 × median gap so far)
  until        date NOT NULL GENERATED ALWAYS AS (least(next_day - 1, day + reach)) STORED,  -- a customer up to this day
  PRIMARY KEY (customer_id, day)
);

CREATE FUNCTION purchase_days_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Planned at each call: a plan made for one purchase would be used for an import, and the reverse.
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
             first_value(day) OVER w AS first_day, row_number() OVER w AS nth
      FROM bought WINDOW w AS (PARTITION BY customer_id ORDER BY day)
    ), rhythm AS (
      SELECT customer_id, array_agg(day - previous_day ORDER BY day) FILTER (WHERE previous_day IS NOT NULL) AS gaps
      FROM days GROUP BY customer_id
    )
    INSERT INTO purchase_day AS known (customer_id, day, previous_day, next_day, first_day, reach)
    SELECT customer_id, day, previous_day, next_day, first_day,
           -- A median gap above 30 needs more than 30 days between first and last.
           CASE WHEN day - first_day <= 30 THEN 90
                ELSE greatest(90, floor(3 * (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY gap)
                                             FROM unnest(gaps[1:(nth - 1)::integer]) gap))) END
    FROM days JOIN rhythm USING (customer_id)
    WHERE day >= since OR next_day >= since OR next_day IS NULL
    ON CONFLICT (customer_id, day) DO UPDATE SET next_day = excluded.next_day
  $sql$;
  RETURN NULL;
END
$$;
CREATE INDEX stage_change_by_day ON stage_change (changed_on, customer_id);

CREATE TRIGGER purchase_days_of_new AFTER INSERT ON purchase
  REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION purchase_days_follow();
CREATE TRIGGER purchase_days_of_old AFTER DELETE ON purchase
  REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION purchase_days_follow();
CREATE TRIGGER purchase_days_of_changed_from AFTER UPDATE ON purchase
  REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION purchase_days_follow();
CREATE TRIGGER purchase_days_of_changed_to AFTER UPDATE ON purchase
  REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION purchase_days_follow();

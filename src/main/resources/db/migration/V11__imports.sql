-- Many rows at once. What is only derived from other rows is checked by statement, not by row: a foreign key costs a query
-- for each row of an import and each row of its undo.

-- A row of either is written with its purchase, interaction or answer, whose own foreign key has seen the customer.
ALTER TABLE timeline_entry DROP CONSTRAINT timeline_entry_customer_id_fkey;
ALTER TABLE purchase_day DROP CONSTRAINT purchase_day_customer_id_fkey;

CREATE FUNCTION derived_rows_go_along() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Planned at each call: one customer or all of an import's.
  EXECUTE 'DELETE FROM timeline_entry WHERE customer_id IN (SELECT id FROM gone)';
  EXECUTE 'DELETE FROM purchase_day WHERE customer_id IN (SELECT id FROM gone)';
  RETURN NULL;
END
$$;
CREATE TRIGGER derived_rows_of_gone_customers AFTER DELETE ON customer
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION derived_rows_go_along();

-- As before, but for nothing when nothing was touched (deleting a customer deletes their purchases, if any), and the median
-- only where it can make a difference: at least half of the gaps are above 30.
CREATE OR REPLACE FUNCTION purchase_days_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM touched) THEN
    RETURN NULL;
  END IF;
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
  RETURN NULL;
END
$$;

-- What search reads and a query becomes, as before; text without accents and Han, as most is, takes the short way.
CREATE OR REPLACE FUNCTION search_text(VARIADIC parts text[]) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT ' ' || btrim(regexp_replace(
           CASE WHEN octet_length(t) = length(t) THEN lower(t)
             ELSE regexp_replace(lower(unaccent(t)), '([⺀-鿿豈-﫿぀-ヿ가-힣𠀀-𳎿])', ' \1 ', 'g') END,
           '\s+', ' ', 'g')) || ' '
  FROM (SELECT array_to_string(parts, ' ')) AS joined (t)
$$;

-- Rows of one import lie together: what finds them needs no entry for each.
DROP INDEX purchase_import;
DROP INDEX interaction_import;
DROP INDEX answer_import;
CREATE INDEX purchase_import ON purchase USING brin (import_id) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX interaction_import ON interaction USING brin (import_id) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX answer_import ON answer USING brin (import_id) WITH (pages_per_range = 32, autosummarize = on);

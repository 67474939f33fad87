-- What a purchase is in the base currency is its amount at its rate and not rounded: 33.33 at 0.8765 are 29.213745. Rounded, two
-- refunds of a third and two thirds could leave a ten-thousandth of a day that was refunded in full. What was entered before
-- stays as it was rounded: reports never move afterwards. Neither change of type rewrites a table or an index.
ALTER TABLE purchase DROP CONSTRAINT purchase_base_amount;
ALTER TABLE purchase ALTER COLUMN base_amount TYPE numeric;
ALTER TABLE purchase ADD CONSTRAINT purchase_base_amount
  CHECK (base_amount = amount * rate OR base_amount = round(amount * rate, 4));
ALTER TABLE customer_summary ALTER COLUMN revenue TYPE numeric;

-- As before, but less than a ten-thousandth that is left of a day is nothing: a day rounded up by the old rule and refunded by
-- the new one.
CREATE OR REPLACE FUNCTION purchase_days_left(days date[], bought numeric[], refund_days date[], named date[], refunds numeric[])
RETURNS numeric[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  still numeric[] := bought;
  k integer;
BEGIN
  FOR i IN 1..cardinality(refunds) LOOP
    IF named[i] IS NOT NULL THEN
      k := array_position(days, named[i]);
    ELSE
      k := width_bucket(refund_days[i] - 1, days);
      WHILE k > 0 AND still[k] IS NULL LOOP
        k := k - 1;
      END LOOP;
      IF k = 0 THEN
        k := array_position(days, refund_days[i]);
      END IF;
    END IF;
    IF k IS NOT NULL AND still[k] IS NOT NULL THEN
      still[k] := still[k] + refunds[i];
      IF still[k] < 0.0001 THEN
        still[k] := NULL;
      END IF;
    END IF;
  END LOOP;
  RETURN still;
END
$$;

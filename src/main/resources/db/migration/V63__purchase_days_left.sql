-- What refunds leave of the days that a customer bought on: null where a day was refunded in full and so is none any more.
-- Refunds come in the order of their dates. One lowers the day of the purchase it names, else the latest day before its own
-- that is still a purchase day, else its own: each therefore depends on those before it.
CREATE FUNCTION purchase_days_left(days date[], bought numeric[], refund_days date[], named date[], refunds numeric[])
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
      still[k] := nullif(greatest(still[k] + refunds[i], 0), 0);
    END IF;
  END LOOP;
  RETURN still;
END
$$;

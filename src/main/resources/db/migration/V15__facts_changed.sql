-- Moves with every change of what the dashboard's figures rest on, so that they are worked out again only then. A row a
-- statement instead of one counter, which every writer would wait for while an import runs. The sum alone could return to an
-- earlier value in a restored database; the newest transaction can't.
CREATE TABLE fact_change (
  changes       bigint NOT NULL,
  transaction   bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint
);

CREATE FUNCTION facts_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fact_change VALUES (1);
  RETURN NULL;
END
$$;

CREATE TRIGGER facts_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON purchase
  FOR EACH STATEMENT EXECUTE FUNCTION facts_changed();
CREATE TRIGGER facts_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON answer
  FOR EACH STATEMENT EXECUTE FUNCTION facts_changed();
CREATE TRIGGER facts_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON customer
  FOR EACH STATEMENT EXECUTE FUNCTION facts_changed();
CREATE TRIGGER facts_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON stage_change
  FOR EACH STATEMENT EXECUTE FUNCTION facts_changed();
CREATE TRIGGER facts_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON product
  FOR EACH STATEMENT EXECUTE FUNCTION facts_changed();
CREATE TRIGGER facts_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON clv_fit
  FOR EACH STATEMENT EXECUTE FUNCTION facts_changed();
CREATE TRIGGER facts_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON clv_total
  FOR EACH STATEMENT EXECUTE FUNCTION facts_changed();

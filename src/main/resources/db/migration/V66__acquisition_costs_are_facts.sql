-- What winning customers cost is part of figures that are kept until facts change.
CREATE TRIGGER facts_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON acquisition_cost
  FOR EACH STATEMENT EXECUTE FUNCTION facts_changed();

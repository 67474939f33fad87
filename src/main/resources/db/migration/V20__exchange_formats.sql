-- What this database is called in the numbers that its exports give to records without one of their own.
CREATE TABLE export_origin (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  name     text NOT NULL
);

-- Customers who came in under the number that another database's export gave them.
CREATE TABLE customer_key (
  key         text PRIMARY KEY CHECK (length(key) <= 500),
  customer_id bigint NOT NULL REFERENCES customer ON DELETE CASCADE
);
CREATE INDEX customer_key_of_customer ON customer_key (customer_id);

-- How the founder had the columns of a file read; proposed again for the next file of the same shape.
CREATE TABLE kept_mapping (
  kind      text NOT NULL,
  shape     text NOT NULL,   -- of the headings, else of what the columns hold
  file_name text NOT NULL CHECK (length(file_name) <= 500),
  mapping   jsonb NOT NULL,
  kept_at   timestamptz NOT NULL,
  PRIMARY KEY (kind, shape)
);

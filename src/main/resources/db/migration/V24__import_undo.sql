-- What the undo of an import took out, and what stayed because somebody had touched it since.
ALTER TABLE import
  ADD COLUMN undone_facts     integer,
  ADD COLUMN undone_customers integer;

CREATE TABLE import_kept (
  import_id bigint NOT NULL REFERENCES import ON DELETE CASCADE,
  entity    text NOT NULL CHECK (entity IN ('customer', 'purchase', 'answer', 'interaction', 'task')),
  record_id bigint NOT NULL,
  how       text NOT NULL CHECK (how IN ('EDITED', 'STRIPPED')),  -- as it was left by who edited it, or by name alone
  PRIMARY KEY (import_id, entity, record_id)
);

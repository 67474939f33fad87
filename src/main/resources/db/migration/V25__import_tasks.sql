-- Tasks come in by file too.
ALTER TABLE task ADD COLUMN external_id text UNIQUE CHECK (length(external_id) <= 500);
ALTER TABLE task ADD COLUMN import_id bigint;
CREATE INDEX task_import ON task (import_id) WHERE import_id IS NOT NULL;

ALTER TABLE import DROP CONSTRAINT import_kind_check;
ALTER TABLE import ADD CONSTRAINT import_kind_check
  CHECK (kind IN ('CUSTOMERS', 'PURCHASES', 'ANSWERS', 'INTERACTIONS', 'TASKS'));
ALTER TABLE import_image DROP CONSTRAINT import_image_entity_check;
ALTER TABLE import_image ADD CONSTRAINT import_image_entity_check
  CHECK (entity IN ('customer', 'purchase', 'answer', 'interaction', 'task'));
ALTER TABLE import_kept DROP CONSTRAINT import_kept_entity_check;
ALTER TABLE import_kept ADD CONSTRAINT import_kept_entity_check
  CHECK (entity IN ('customer', 'purchase', 'answer', 'interaction', 'task'));

-- The history of a customer asks which imports changed them, and what is deleted for good goes from here too.
CREATE INDEX import_image_of_record ON import_image (record_id, entity);

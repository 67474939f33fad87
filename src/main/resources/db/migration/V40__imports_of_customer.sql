-- The history of a customer asks which imports changed them.
CREATE INDEX import_image_of_customer ON import_image (record_id) WHERE entity = 'customer';

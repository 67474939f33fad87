-- Rows that are nothing of what was imported, such as orders that were never paid: counted apart from those that were.
ALTER TABLE import ADD COLUMN passed_over integer NOT NULL DEFAULT 0;

-- Where an archive lies: several instances on one database each have a home, and one of them writes the night's.
ALTER TABLE archive ADD COLUMN host text, ADD COLUMN folder text;

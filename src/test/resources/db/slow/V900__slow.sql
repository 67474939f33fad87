-- Begins a change and then waits for whoever holds the tasks.
CREATE TABLE half (id int);
ALTER TABLE customer ADD COLUMN half int;
LOCK TABLE task IN ACCESS EXCLUSIVE MODE;

-- A word that many changes hold is found by walking along the time, parts of bulk operations included.
DROP INDEX change_log_by_time;
CREATE INDEX change_log_by_time ON change_log (happened_at DESC, id DESC);

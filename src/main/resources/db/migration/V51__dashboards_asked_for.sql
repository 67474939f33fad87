-- Sums that nobody has asked for in a while are dropped, so that the log of changes needn't reach back to them.
ALTER TABLE dashboard_sums ADD COLUMN asked_at timestamptz NOT NULL DEFAULT now();

-- How well a customer had expected to be served, on the scale of the score; asked beside CSAT only.
ALTER TABLE answer
  ADD COLUMN expected smallint,
  ADD CONSTRAINT answer_expected CHECK (expected IS NULL OR survey = 'CSAT' AND expected BETWEEN 1 AND 5);

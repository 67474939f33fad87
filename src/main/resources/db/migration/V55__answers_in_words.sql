-- The words behind the score, newest first.
CREATE INDEX answer_words ON answer (answered_on DESC, id DESC) INCLUDE (score, customer_id)
  WHERE survey = 'NPS' AND comment IS NOT NULL;

-- Who looks at what everybody bought needn't read all purchases once more for the few refunds among them.
CREATE INDEX purchase_refunds ON purchase (customer_id, purchased_on) WHERE amount < 0;

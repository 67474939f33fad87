-- Who looks at what each customer bought, one after the other, reads the index alone and needn't sort a million customers.
CREATE INDEX purchase_of_customer_covering ON purchase (customer_id, purchased_on, id) INCLUDE (amount, base_amount);
DROP INDEX purchase_of_customer;
ALTER INDEX purchase_of_customer_covering RENAME TO purchase_of_customer;

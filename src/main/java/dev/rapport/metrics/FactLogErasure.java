package dev.rapport.metrics;

import dev.rapport.customer.CustomerErased;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The log of changed facts holds how a customer was found in words: it forgets who is erased, and the sums are taken anew. */
@Component
class FactLogErasure {
    private final JdbcClient jdbc;

    FactLogErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Last of all: taking the person out of the rows is logged as well. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(CustomerErased erased) {
        jdbc.sql("DELETE FROM fact_log WHERE customer_id = :id")
                .param("id", erased.customerId())
                .update();
        jdbc.sql("INSERT INTO fact_log (source) VALUES ('customer')").update();
    }
}

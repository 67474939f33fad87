package dev.rapport.purchase;

import dev.rapport.customer.CustomerErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The law wants amounts and days kept; the note beside them may tell of the person. */
@Component
class PurchaseErasure {
    private final JdbcClient jdbc;

    PurchaseErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(CustomerErased erased) {
        jdbc.sql("UPDATE purchase SET note = NULL, version = version + 1 WHERE customer_id = :id AND note IS NOT NULL")
                .param("id", erased.customerId())
                .update();
    }
}

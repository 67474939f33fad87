package dev.rapport.interaction;

import dev.rapport.customer.CustomerErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said goes; of the timeline stays what is of use without the person: what was bought and scored, and when. */
@Component
class InteractionErasure {
    private final JdbcClient jdbc;

    InteractionErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(CustomerErased erased) {
        jdbc.sql("DELETE FROM timeline_entry WHERE customer_id = :id AND source = 'interaction'")
                .param("id", erased.customerId())
                .update();
        jdbc.sql("UPDATE timeline_entry SET body = NULL, outcome = NULL WHERE customer_id = :id")
                .param("id", erased.customerId())
                .update();
        jdbc.sql("DELETE FROM interaction WHERE customer_id = :id")
                .param("id", erased.customerId())
                .update();
    }
}

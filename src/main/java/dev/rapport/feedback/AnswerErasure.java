package dev.rapport.feedback;

import dev.rapport.customer.CustomerErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The score stays, so that no figure moves; what they wrote goes. */
@Component
class AnswerErasure {
    private final JdbcClient jdbc;

    AnswerErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(CustomerErased erased) {
        jdbc.sql("UPDATE answer SET comment = NULL WHERE customer_id = :id AND comment IS NOT NULL")
                .param("id", erased.customerId())
                .update();
    }
}

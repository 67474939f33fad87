package dev.rapport.task;

import dev.rapport.customer.CustomerErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Follow-ups name people: they go. */
@Component
class TaskErasure {
    private final JdbcClient jdbc;

    TaskErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(CustomerErased erased) {
        jdbc.sql("DELETE FROM task WHERE customer_id = :id")
                .param("id", erased.customerId())
                .update();
    }
}

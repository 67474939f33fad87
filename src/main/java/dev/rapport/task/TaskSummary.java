package dev.rapport.task;

import dev.rapport.customer.SummaryPart;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is next with a customer: the open follow-up that is due first. */
@Component
class TaskSummary implements SummaryPart {
    @Override
    public List<String> columns() {
        return List.of("next_task_id", "next_task_title", "next_task_on");
    }

    @Override
    public String select(String customers) {
        return """
                SELECT DISTINCT ON (customer_id) customer_id, id AS next_task_id, title AS next_task_title,
                       due_on AS next_task_on
                FROM task WHERE done_at IS NULL AND %s
                ORDER BY customer_id, due_on, due_time NULLS LAST, id""".formatted(customers);
    }
}

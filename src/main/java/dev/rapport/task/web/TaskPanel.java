package dev.rapport.task.web;

import dev.rapport.customer.CustomerPanel;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.task.TaskSearch;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A customer's open follow-ups. */
@Component
class TaskPanel implements CustomerPanel {
    private static final int ROWS = 20;
    private final TaskSearch search;
    private final BusinessSettings business;

    TaskPanel(TaskSearch search, BusinessSettings business) {
        this.search = search;
        this.business = business;
    }

    @Override
    public Area area() {
        return Area.SIDE;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "task/_panel";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        return Map.of(
                "followUps",
                search.openOfCustomer(customerId, ROWS),
                "task",
                TaskForm.blank(customerId, business.today(), "customer"));
    }
}

package dev.rapport.feedback.web;

import dev.rapport.customer.CustomerPanel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The latest score; the summary row knows it already. */
@Component
class AnswerPanel implements CustomerPanel {
    @Override
    public Area area() {
        return Area.SIDE;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String template() {
        return "feedback/_panel";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        return Map.of();
    }
}

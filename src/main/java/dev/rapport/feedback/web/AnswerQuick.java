package dev.rapport.feedback.web;

import dev.rapport.customer.CustomerPanel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A button above the timeline for phones, where the panel with its own is far below. */
@Component
class AnswerQuick implements CustomerPanel {
    @Override
    public Area area() {
        return Area.MAIN;
    }

    @Override
    public int order() {
        return 16;
    }

    @Override
    public String template() {
        return "feedback/_quick";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        return Map.of();
    }
}

package dev.rapport.purchase.web;

import dev.rapport.customer.CustomerPanel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A button above the timeline for phones, where the panel with its own is far below. */
@Component
class PurchaseQuick implements CustomerPanel {
    @Override
    public Area area() {
        return Area.MAIN;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String template() {
        return "purchase/_quick";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        return Map.of();
    }
}

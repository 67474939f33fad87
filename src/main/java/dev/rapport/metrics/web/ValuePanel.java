package dev.rapport.metrics.web;

import dev.rapport.customer.CustomerPanel;
import dev.rapport.metrics.predictive.CustomerValue;
import dev.rapport.metrics.predictive.CustomerValues;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a customer is expected to bring. */
@Component
class ValuePanel implements CustomerPanel {

    private final CustomerValues values;

    ValuePanel(CustomerValues values) {
        this.values = values;
    }

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
        return "metrics/_value";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        Map<String, Object> model = new HashMap<>();
        CustomerValue value = values.of(customerId).orElse(null);
        if (value != null) {
            model.put("customerValue", value);
        }
        return model;
    }
}

package dev.rapport.metrics.web;

import dev.rapport.customer.CustomerColumns;
import dev.rapport.metrics.predictive.CustomerValues;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What each customer of a list is expected to bring. */
@Component
class ValueColumns implements CustomerColumns {

    private final CustomerValues values;

    ValueColumns(CustomerValues values) {
        this.values = values;
    }

    @Override
    public String template() {
        return "metrics/_worth";
    }

    @Override
    public Map<String, Object> model(List<Long> customerIds) {
        return values.of(customerIds)
                .map(found -> Map.<String, Object>of("customerWorths", found))
                .orElse(Map.of());
    }
}

package dev.rapport.interaction.web;

import dev.rapport.customer.CustomerPanel;
import dev.rapport.platform.BusinessSettings;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The log box, open on every customer's page. */
@Component
class LogPanel implements CustomerPanel {
    private final BusinessSettings business;

    LogPanel(BusinessSettings business) {
        this.business = business;
    }

    @Override
    public Area area() {
        return Area.MAIN;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "interaction/_log";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        return Map.of("log", LogForm.blank(null, customerId, business.today()), "kinds", KindChoice.ALL);
    }
}

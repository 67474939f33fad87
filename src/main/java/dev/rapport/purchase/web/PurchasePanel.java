package dev.rapport.purchase.web;

import dev.rapport.customer.CustomerPanel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a customer bought; the summary row knows it already. */
@Component
class PurchasePanel implements CustomerPanel {
    private static final Rhythm.Source RHYTHM = Rhythm::of;

    @Override
    public Area area() {
        return Area.SIDE;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String template() {
        return "purchase/_panel";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        return Map.of("purchaseRhythm", RHYTHM);
    }
}

package dev.rapport.purchase;

import dev.rapport.customer.SummaryPart;
import java.util.List;
import org.springframework.stereotype.Component;

/** First and last day that a customer bought on, how often, and what came in net of refunds. */
@Component
class PurchaseSummary implements SummaryPart {
    @Override
    public List<String> columns() {
        return List.of("first_purchase_on", "last_purchase_on", "purchases", "revenue");
    }

    @Override
    public String select(String customers) {
        return """
                SELECT customer_id,
                       min(purchased_on) FILTER (WHERE amount >= 0) AS first_purchase_on,
                       max(purchased_on) FILTER (WHERE amount >= 0) AS last_purchase_on,
                       (count(*) FILTER (WHERE amount >= 0))::integer AS purchases,
                       sum(base_amount) AS revenue
                FROM purchase WHERE %s GROUP BY customer_id""".formatted(customers);
    }
}

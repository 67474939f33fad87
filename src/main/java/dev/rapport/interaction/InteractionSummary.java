package dev.rapport.interaction;

import dev.rapport.customer.SummaryPart;
import java.util.List;
import org.springframework.stereotype.Component;

/** How often the founder spoke with a customer, first and last. A note is no contact, nor is what lies ahead. */
@Component
class InteractionSummary implements SummaryPart {
    @Override
    public List<String> columns() {
        return List.of("interactions", "first_contact_at", "last_contact_at");
    }

    @Override
    public String select(String customers) {
        return """
                SELECT customer_id, count(*) AS interactions,
                       min(occurred_at) FILTER (WHERE kind <> 'NOTE' AND occurred_at <= now()) AS first_contact_at,
                       max(occurred_at) FILTER (WHERE kind <> 'NOTE' AND occurred_at <= now()) AS last_contact_at
                FROM interaction WHERE %s GROUP BY customer_id""".formatted(customers);
    }
}

package dev.rapport.interaction;

import dev.rapport.customer.CustomerSummaries;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was planned counts as contact once its moment has passed, though nobody writes anything then. */
@Component
class PlannedContact {
    private final JdbcClient jdbc;
    private final CustomerSummaries summaries;

    PlannedContact(JdbcClient jdbc, CustomerSummaries summaries) {
        this.jdbc = jdbc;
        this.summaries = summaries;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void count() {
        List<Long> customers = jdbc.sql("""
                        SELECT DISTINCT i.customer_id
                        FROM interaction i JOIN customer_summary s ON s.customer_id = i.customer_id
                        WHERE i.occurred_at > i.created_at AND i.kind <> 'NOTE' AND i.occurred_at <= now()
                          AND i.occurred_at > coalesce(s.last_contact_at, '-infinity')""").query(Long.class).list();
        if (!customers.isEmpty()) {
            summaries.refresh(InteractionSummary.class, customers);
        }
    }
}

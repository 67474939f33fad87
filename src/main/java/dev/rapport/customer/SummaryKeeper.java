package dev.rapport.customer;

import dev.rapport.platform.ChangeUndone;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An undo writes rows behind the modules' backs: the customer's sums are read again. */
@Component
class SummaryKeeper {
    private final CustomerSummaries summaries;

    SummaryKeeper(CustomerSummaries summaries) {
        this.summaries = summaries;
    }

    @EventListener
    void on(ChangeUndone change) {
        if (change.customerId() != null) {
            summaries.refreshAll(List.of(change.customerId()));
        }
    }
}

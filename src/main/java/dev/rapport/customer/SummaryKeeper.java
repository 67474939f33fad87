package dev.rapport.customer;

import dev.rapport.platform.ChangeUndone;
import dev.rapport.platform.ManyUndone;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An undo writes rows behind the modules' backs: the customer's sums and what search reads are made again. */
@Component
class SummaryKeeper {
    private final CustomerSummaries summaries;
    private final SearchTexts searchTexts;

    SummaryKeeper(CustomerSummaries summaries, SearchTexts searchTexts) {
        this.summaries = summaries;
        this.searchTexts = searchTexts;
    }

    @EventListener
    void on(ChangeUndone change) {
        if (change.customerId() != null) {
            refresh(List.of(change.customerId()));
        }
    }

    @EventListener
    void on(ManyUndone changes) {
        refresh(changes.customerIds());
    }

    private void refresh(Collection<Long> customerIds) {
        if (!customerIds.isEmpty()) {
            summaries.refreshAll(customerIds);
            searchTexts.write("c.id = ANY(:ids)", Map.of("ids", customerIds.toArray(Long[]::new)));
        }
    }
}

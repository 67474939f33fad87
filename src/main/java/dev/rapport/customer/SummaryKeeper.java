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
            List<Long> one = List.of(change.customerId());
            summaries.refreshAll(one);
            searchTexts.write("c.id = ANY(:ids)", ids(one));
        }
    }

    /** Of many, only whole customers come and go; what else a bulk operation changes is in no sum and no search text. */
    @EventListener
    void on(ManyUndone changes) {
        if (changes.entity().equals(CustomerTracking.WHOLE)
                && !changes.customerIds().isEmpty()) {
            summaries.refreshAll(changes.customerIds());
            searchTexts.mend("c.id = ANY(:ids)", ids(changes.customerIds()));
        }
    }

    private static Map<String, ?> ids(Collection<Long> customerIds) {
        return Map.of("ids", customerIds.toArray(Long[]::new));
    }
}

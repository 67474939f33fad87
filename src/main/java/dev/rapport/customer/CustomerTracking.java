package dev.rapport.customer;

import dev.rapport.platform.Tracked;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of a customer the change log keeps. */
@Configuration(proxyBeanMethods = false)
class CustomerTracking {
    static final String EDITED = "customer";
    static final String WHOLE = "customer-whole";
    static final String CONSENT = "consent";
    static final String MERGE = "customer-merge";

    /** Both customers of a merge. */
    private static final String BOTH = "(SELECT unnest(ARRAY[kept_id, gone_id]) FROM customer_merge WHERE id = :id)";

    @Bean
    CustomerFacts consents() {
        return new CustomerFacts("consent", 10);
    }

    @Bean
    Tracked trackedCustomer() {
        return rows(EDITED);
    }

    /** Of making and deleting one: undoing the first must not take along what happened since, undoing the second brings all back. */
    @Bean
    Tracked trackedWholeCustomer(ObjectProvider<CustomerFacts> facts) {
        List<CustomerFacts> inOrder = facts.stream()
                .sorted(Comparator.comparingInt(CustomerFacts::order))
                .toList();
        Tracked whole = rows(WHOLE);
        for (CustomerFacts fact : inOrder) {
            whole = whole.with(fact.table(), "t.customer_id = :id");
        }
        return whole;
    }

    @Bean
    Tracked trackedMerge(ObjectProvider<CustomerFacts> facts) {
        Tracked merge = Tracked.of(MERGE)
                .with("customer_merge", "t.id = :id")
                .with("customer", "t.id IN " + BOTH)
                .with("contact_point", "t.customer_id IN " + BOTH)
                .with("stage_change", "t.customer_id IN " + BOTH);
        List<CustomerFacts> inOrder = facts.stream()
                .sorted(Comparator.comparingInt(CustomerFacts::order))
                .toList();
        for (CustomerFacts fact : inOrder) {
            merge = merge.with(fact.table(), "t.customer_id IN " + BOTH);
        }
        return merge;
    }

    @Bean
    Tracked trackedConsent() {
        return Tracked.of(CONSENT).with("consent", "t.id = :id");
    }

    private static Tracked rows(String entity) {
        return Tracked.of(entity)
                .with("customer", "t.id = :id")
                .with("contact_point", "t.customer_id = :id")
                .with("stage_change", "t.customer_id = :id");
    }
}

package dev.rapport.customer;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.ChangeUndone;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Tracked;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes one customer of two that are the same person: everything that happened with either is with the one that stays. */
@Service
@Transactional
public class CustomerMerge {
    /** What of the one who goes may take the place of the other's. */
    public static final Set<String> CHOICES = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(
            "kind",
            "name",
            "externalId",
            "company",
            "role",
            "source",
            "language",
            "country",
            "city",
            "address",
            "website",
            "birthday",
            "stage")));

    private final CustomerRepository customers;
    private final CustomerRecords records;
    private final CustomerSummaries summaries;
    private final SearchTexts searchTexts;
    private final PhoneNumbers phones;
    private final List<CustomerFacts> facts;
    private final ChangeLog log;
    private final Tracked trackedMerge;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final BusinessSettings business;
    private final Clock clock;

    CustomerMerge(
            CustomerRepository customers,
            CustomerRecords records,
            CustomerSummaries summaries,
            SearchTexts searchTexts,
            PhoneNumbers phones,
            ObjectProvider<CustomerFacts> facts,
            ChangeLog log,
            Tracked trackedMerge,
            EntityManager entities,
            JdbcClient jdbc,
            BusinessSettings business,
            Clock clock) {
        this.customers = customers;
        this.records = records;
        this.summaries = summaries;
        this.searchTexts = searchTexts;
        this.phones = phones;
        this.facts = facts.stream().toList();
        this.log = log;
        this.trackedMerge = trackedMerge;
        this.entities = entities;
        this.jdbc = jdbc;
        this.business = business;
        this.clock = clock;
    }

    /**
     * @param taken fields of the one who goes that take the place of the other's; {@code stage} among them
     * @return the logged change
     */
    public long merge(long keptId, long goneId, Set<String> taken) {
        if (keptId == goneId) {
            throw new Refused(null, "customer.merge.same");
        }
        lock(keptId, goneId);
        CustomerDetails kept = records.get(keptId);
        CustomerDetails gone = records.get(goneId);
        CustomerProfile profile = new MergedProfile(kept.profile(), gone.profile(), taken).profile();
        Contacts contacts = MergedProfile.contacts(kept.contacts(), gone.contacts());
        long id = record(keptId, goneId);
        ChangeLog.Pending change = log.before(trackedMerge, id, keptId);
        for (CustomerFacts table : facts) {
            jdbc.sql("UPDATE %s SET customer_id = :kept WHERE customer_id = :gone".formatted(table.table()))
                    .param("kept", keptId)
                    .param("gone", goneId)
                    .update();
        }
        jdbc.sql("DELETE FROM customer WHERE id = :gone").param("gone", goneId).update();
        entities.clear();
        Customer one = customers.findById(keptId).orElseThrow(() -> new NotFound("customer", keptId));
        one.edit(profile, contacts, phones::normalized);
        if (taken.contains("stage")) {
            one.moveTo(gone.stage(), business.today(), clock.instant());
        }
        customers.flush();
        readAgain(List.of(keptId));
        return change.changed();
    }

    /** The one who had gone is back, or gone again. */
    @EventListener
    void on(ChangeUndone undone) {
        if (undone.entity().equals(CustomerTracking.MERGE)) {
            readAgain(jdbc.sql("""
                            SELECT c.id FROM customer_merge m JOIN customer c ON c.id IN (m.kept_id, m.gone_id)
                            WHERE m.id = :id""")
                    .param("id", undone.entityId())
                    .query(Long.class)
                    .list());
        }
    }

    private void readAgain(List<Long> ids) {
        summaries.refreshAll(ids);
        searchTexts.write("c.id = ANY(:ids)", Map.of("ids", ids.toArray(Long[]::new)));
    }

    private void lock(long keptId, long goneId) {
        jdbc.sql("SELECT id FROM customer WHERE id IN (:kept, :gone) ORDER BY id FOR UPDATE")
                .param("kept", keptId)
                .param("gone", goneId)
                .query(Long.class)
                .list();
    }

    private long record(long keptId, long goneId) {
        return jdbc.sql("""
                        INSERT INTO customer_merge (kept_id, gone_id, merged_at) VALUES (:kept, :gone, :now) RETURNING id""")
                .param("kept", keptId)
                .param("gone", goneId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}

package dev.rapport.customer;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Tracked;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way to write customers. Every verb is logged and can be undone by the change id it returns. */
@Service
@Transactional
public class CustomerService {
    private final CustomerRepository customers;
    private final CustomerSummaries summaries;
    private final SearchTexts searchTexts;
    private final PhoneNumbers phones;
    private final ChangeLog log;
    private final Tracked trackedCustomer;
    private final Tracked trackedWholeCustomer;
    private final JdbcClient jdbc;
    private final BusinessSettings business;
    private final Clock clock;

    CustomerService(
            CustomerRepository customers,
            CustomerSummaries summaries,
            SearchTexts searchTexts,
            PhoneNumbers phones,
            ChangeLog log,
            Tracked trackedCustomer,
            Tracked trackedWholeCustomer,
            JdbcClient jdbc,
            BusinessSettings business,
            Clock clock) {
        this.customers = customers;
        this.summaries = summaries;
        this.searchTexts = searchTexts;
        this.phones = phones;
        this.log = log;
        this.trackedCustomer = trackedCustomer;
        this.trackedWholeCustomer = trackedWholeCustomer;
        this.jdbc = jdbc;
        this.business = business;
        this.clock = clock;
    }

    public Stored register(CustomerProfile profile, Contacts contacts, LifecycleStage stage) {
        refuseFuture("birthday", profile.birthday());
        refuseTaken(profile.externalId(), null);
        Customer customer = customers.save(new Customer(profile, contacts, phones::normalized, stage, now()));
        long id = customer.id();
        summaries.refreshAll(List.of(id));
        index(id);
        return new Stored(id, log.created(trackedWholeCustomer, id, id));
    }

    /**
     * @param version what the editor saw
     * @throws OptimisticLockingFailureException when somebody saved since
     */
    public Stored edit(long id, int version, CustomerProfile profile, Contacts contacts) {
        refuseFuture("birthday", profile.birthday());
        refuseTaken(profile.externalId(), id);
        return change(id, customer -> {
            customer.requireVersion(version);
            customer.edit(profile, contacts, phones::normalized);
        });
    }

    /** Everything at once, for the API: what differs is changed, under one entry of the log. */
    public Stored replace(
            long id, int version, CustomerProfile profile, Contacts contacts, LifecycleStage stage, boolean archived) {
        refuseFuture("birthday", profile.birthday());
        refuseTaken(profile.externalId(), id);
        return change(id, customer -> {
            customer.requireVersion(version);
            customer.edit(profile, contacts, phones::normalized);
            if (stage != customer.stage()) {
                customer.moveTo(stage, business.today(), now());
            }
            if (archived) {
                customer.archive(now());
            } else {
                customer.bringBack();
            }
        });
    }

    /** Empty when the customer was in that stage on that day already. */
    public OptionalLong moveTo(long id, LifecycleStage stage, LocalDate on) {
        refuseFuture("on", on);
        Customer customer = find(id);
        ChangeLog.Pending pending = log.before(trackedCustomer, id, id);
        return customer.moveTo(stage, on, now()) ? OptionalLong.of(pending.changed()) : OptionalLong.empty();
    }

    public Stored archive(long id) {
        return change(id, customer -> customer.archive(now()));
    }

    public Stored bringBack(long id) {
        return change(id, Customer::bringBack);
    }

    /** Takes every fact along; the undo brings them back. */
    public Stored delete(long id) {
        find(id);
        ChangeLog.Pending pending = log.before(trackedWholeCustomer, id, id);
        jdbc.sql("DELETE FROM customer WHERE id = :id").param("id", id).update();
        return new Stored(id, pending.deleted());
    }

    private Stored change(long id, Consumer<Customer> verb) {
        Customer customer = find(id);
        ChangeLog.Pending pending = log.before(trackedCustomer, id, id);
        verb.accept(customer);
        customers.flush();
        index(id);
        return new Stored(id, pending.changed());
    }

    private Customer find(long id) {
        return customers.findById(id).orElseThrow(() -> new NotFound("customer", id));
    }

    private void index(long id) {
        searchTexts.write("c.id = :id", Map.of("id", id));
    }

    private void refuseTaken(@Nullable String externalId, @Nullable Long self) {
        if (externalId == null) {
            return;
        }
        jdbc.sql("SELECT name FROM customer WHERE external_id = :externalId AND id <> :self")
                .param("externalId", externalId)
                .param("self", self == null ? -1 : self)
                .query(String.class)
                .optional()
                .ifPresent(name -> {
                    throw new Refused("externalId", "customer.refused.external-id", name);
                });
    }

    private void refuseFuture(String field, @Nullable LocalDate day) {
        if (day != null && day.isAfter(business.today())) {
            throw new Refused(field, "customer.refused.future");
        }
    }

    private Instant now() {
        return clock.instant();
    }
}

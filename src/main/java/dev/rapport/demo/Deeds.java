package dev.rapport.demo;

import dev.rapport.customer.BulkSelection;
import dev.rapport.customer.BulkVerb;
import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerBulk;
import dev.rapport.customer.CustomerDetails;
import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.CustomerProfile;
import dev.rapport.customer.CustomerRecords;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.Actor;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.CurrentActor;
import dev.rapport.platform.Undo;
import dev.rapport.platform.Via;
import dev.rapport.task.Plan;
import dev.rapport.task.TaskService;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the founder did lately, for the history and the bin; what came before gets the days on which it would have been done. */
@Component
@Profile("demo")
class Deeds {
    private static final int TAGGED = 12;
    private final CustomerService customers;
    private final CustomerRecords records;
    private final CustomerBulk bulk;
    private final TaskService tasks;
    private final Undo undo;
    private final BusinessSettings business;
    private final JdbcClient jdbc;

    Deeds(
            CustomerService customers,
            CustomerRecords records,
            CustomerBulk bulk,
            TaskService tasks,
            Undo undo,
            BusinessSettings business,
            JdbcClient jdbc) {
        this.customers = customers;
        this.records = records;
        this.bulk = bulk;
        this.tasks = tasks;
        this.undo = undo;
        this.business = business;
        this.jdbc = jdbc;
    }

    void happen(List<Facts.Story> stories) {
        long owner = jdbc.sql("SELECT id FROM account WHERE role = 'OWNER'")
                .query(Long.class)
                .single();
        spread(owner);
        CurrentActor.actingAs(new Actor(owner, true, Via.PAGE), () -> {
            List<Long> ids = stories.stream().map(Facts.Story::customerId).toList();
            move(ids.get(4), "Bologna", "+39 051 555 0142");
            undo.undo(move(ids.get(4), "Genova", "+39 051 555 0142"));
            move(ids.get(11), "Torino", "+39 011 555 0177");
            bulk.apply(BulkSelection.of(ids.subList(0, TAGGED)), BulkVerb.TAG_ADDED, "Christmas market", TAGGED);
            customers.delete(customers
                    .register(someone(), Contacts.of("try@example.com", null), LifecycleStage.AWARENESS)
                    .id());
            tasks.delete(tasks.plan(new Plan("Order more linen thread", business.today()), null)
                    .id());
            return owner;
        });
    }

    private long move(long id, String city, String phone) {
        CustomerDetails now = records.get(id);
        CustomerProfile is = now.profile();
        CustomerProfile moved = new CustomerProfile(
                is.kind(),
                is.name(),
                is.externalId(),
                is.company(),
                is.role(),
                is.source(),
                is.language(),
                is.country(),
                city,
                is.address(),
                is.website(),
                is.birthday(),
                is.acquiredOn(),
                is.tags(),
                is.needs(),
                is.about());
        return customers
                .edit(id, now.version(), moved, new Contacts(now.contacts().emails(), List.of(phone)))
                .changeId();
    }

    private CustomerProfile someone() {
        return new CustomerProfile(
                CustomerKind.PERSON,
                "Someone to try with",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                business.today(),
                List.of(),
                null,
                null);
    }

    /** Within a customer's history never before what was logged before. */
    private void spread(long owner) {
        jdbc.sql("""
                        WITH days AS (
                          SELECT id, customer_id, CASE entity
                            WHEN 'consent' THEN (after #>> '{consent,0,happened_on}')::date
                            WHEN 'customer-whole' THEN (after #>> '{customer,0,acquired_on}')::date
                            WHEN 'customer' THEN (after #>> '{stage_change,-1,changed_on}')::date END AS day
                          FROM change_log WHERE customer_id IS NOT NULL
                        ), inOrder AS (
                          SELECT id, max(day) OVER (PARTITION BY customer_id ORDER BY id) AS day FROM days
                        )
                        UPDATE change_log c SET account_id = :owner, via = 'PAGE',
                          happened_at = least(c.happened_at, (o.day + time '09:30' + c.id % 400 * interval '1 minute') AT TIME ZONE 'UTC')
                        FROM inOrder o WHERE o.id = c.id AND o.day IS NOT NULL""").param("owner", owner).update();
        jdbc.sql("UPDATE change_log SET account_id = :owner, via = 'PAGE' WHERE account_id IS NULL")
                .param("owner", owner)
                .update();
    }
}

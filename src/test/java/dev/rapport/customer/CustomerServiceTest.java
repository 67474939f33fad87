package dev.rapport.customer;

import static dev.rapport.customer.CustomerMother.MARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Undo;
import dev.rapport.testing.DatabaseTest;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class CustomerServiceTest {
    @Autowired
    private CustomerService customers;

    @Autowired
    private CustomerRecords records;

    @Autowired
    private CustomerHistory history;

    @Autowired
    private ConsentService consents;

    @Autowired
    private CustomerSummaries summaries;

    @Autowired
    private CustomerDuplicates duplicates;

    @Autowired
    private List<CustomerFacts> facts;

    @Autowired
    private Undo undo;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void storesWhatWasTyped() {
        Contacts contacts = new Contacts(List.of("Ann@Example.com", "ann@home.example"), List.of("(202) 555-0100"));
        long id = customers
                .register(CustomerMother.known("Ann", "K1"), contacts, LifecycleStage.PURCHASE)
                .id();
        CustomerDetails ann = records.get(id);
        assertThat(ann.profile()).isEqualTo(CustomerMother.known("Ann", "K1"));
        assertThat(ann.contacts()).isEqualTo(contacts);
        assertThat(ann.stage()).isEqualTo(LifecycleStage.PURCHASE);
        assertThat(ann.summary().revenue()).isZero();
        assertThat(history.stages(id)).containsExactly(new CustomerHistory.StageEntry(LifecycleStage.PURCHASE, MARCH));
        assertThat(jdbc.sql("SELECT normalized FROM contact_point ORDER BY position")
                        .query(String.class)
                        .list())
                .containsExactly("ann@example.com", "ann@home.example", "12025550100");
    }

    @Test
    void takesAnEditBack() {
        Contacts contacts = Contacts.of("ann@example.com", null);
        long id = customers
                .register(CustomerMother.named("Ann"), contacts, LifecycleStage.AWARENESS)
                .id();
        String before = rows(id).toString();
        Stored edited =
                customers.edit(id, 0, CustomerMother.of("Anna", "Acme"), Contacts.of("a@acme.example", "555 0100"));
        assertThat(records.get(id).name()).isEqualTo("Anna");
        undo.undo(edited.changeId());
        assertThat(rows(id).toString()).isEqualTo(before);
        assertThat(records.get(id).version()).isEqualTo(2);
    }

    @Test
    void refusesAnEditOfWhatSomebodySavedSince() {
        long id = ann();
        customers.edit(id, 0, CustomerMother.named("Anna"), Contacts.NONE);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> customers.edit(id, 0, CustomerMother.named("Anne"), Contacts.NONE));
        assertThat(records.get(id).name()).isEqualTo("Anna");
    }

    @Test
    void countsAnEditOfContactsAloneAsOne() {
        long id = ann();
        customers.edit(id, 0, CustomerMother.named("Ann"), Contacts.of("ann@example.com", null));
        assertThat(records.get(id).version()).isEqualTo(1);
    }

    @Test
    void bringsEverythingBackWhenADeletionIsUndone() {
        long id = ann();
        consents.record(id, new ConsentEntry("News", true, MARCH, "By phone"));
        facts(id);
        String before = rows(id).toString();
        CustomerDetails ann = records.get(id);
        assertThat(ann.summary().purchases()).isPositive();

        Stored deleted = customers.delete(id);
        assertThat(records.find(id)).isEmpty();
        assertThat(rows(id).values()).allMatch("[]"::equals);

        undo.undo(deleted.changeId());
        assertThat(rows(id).toString()).isEqualTo(before);
        assertThat(records.get(id).summary()).isEqualTo(ann.summary());
    }

    @Test
    void doesNotTakeBackANewCustomerWithWhatHappenedSince() {
        Stored stored = customers.register(CustomerMother.named("Ann"), Contacts.NONE, LifecycleStage.AWARENESS);
        facts(stored.id());
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> undo.undo(stored.changeId()));
        assertThat(records.find(stored.id())).isPresent();
    }

    @Test
    void takesBackANewCustomer() {
        Stored stored = customers.register(CustomerMother.named("Ann"), Contacts.NONE, LifecycleStage.AWARENESS);
        undo.undo(stored.changeId());
        assertThat(records.find(stored.id())).isEmpty();
    }

    @Test
    void refusesASecondCustomerWithTheSameExternalId() {
        customers.register(CustomerMother.known("Ann", "K1"), Contacts.NONE, LifecycleStage.AWARENESS);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        customers.register(CustomerMother.known("Bob", "K1"), Contacts.NONE, LifecycleStage.AWARENESS))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("externalId"));
    }

    @Test
    void warnsOfWhoHasTheSameAddressOrNumber() {
        long id = customers
                .register(
                        CustomerMother.named("Ann"), Contacts.of("info@a.example", "202 555 0100"), LifecycleStage.LOST)
                .id();
        assertThat(duplicates.of(Contacts.of("INFO@A.example", null), null))
                .extracting(CustomerDuplicates.Duplicate::name)
                .containsExactly("Ann");
        assertThat(duplicates.of(Contacts.of(null, "+1 (202) 555-0100"), null)).hasSize(1);
        assertThat(duplicates.of(Contacts.of("info@a.example", null), id)).isEmpty();
        assertThat(duplicates.of(Contacts.of("other@a.example", null), null)).isEmpty();
    }

    @Test
    void keepsEveryChangeOfStage() {
        long id = ann();
        OptionalLong moved = customers.moveTo(id, LifecycleStage.LOYALTY, MARCH.plusDays(3));
        assertThat(customers.moveTo(id, LifecycleStage.LOYALTY, MARCH.plusDays(3)))
                .isEmpty();
        assertThat(history.stages(id))
                .extracting(CustomerHistory.StageEntry::stage)
                .containsExactly(LifecycleStage.LOYALTY, LifecycleStage.AWARENESS);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> customers.moveTo(id, LifecycleStage.LOST, MARCH.plusYears(90)));
        undo.undo(moved.orElseThrow());
        assertThat(records.get(id).stage()).isEqualTo(LifecycleStage.AWARENESS);
    }

    @Test
    void keepsEveryWordOnConsentAndHoldsTheLatest() {
        long id = ann();
        consents.record(id, new ConsentEntry("News", true, MARCH, "By phone"));
        consents.record(id, new ConsentEntry("News", false, MARCH.plusDays(1), "By mail"));
        assertThat(history.consents(id)).hasSize(2);
        assertThat(history.currentConsents(id)).singleElement().matches(consent -> !consent.given());
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> consents.record(999, new ConsentEntry("News", true, MARCH, "By phone")));
    }

    private long ann() {
        return customers
                .register(CustomerMother.named("Ann"), Contacts.NONE, LifecycleStage.AWARENESS)
                .id();
    }

    /** One row in every table that other modules keep of a customer. */
    private void facts(long id) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    INSERT INTO interaction (id, customer_id, kind, occurred_at, created_at)
                      VALUES (900, :id, 'CALL', '2026-03-04T10:00:00Z', now());
                    INSERT INTO timeline_entry (customer_id, source, source_id, kind, happened_at, all_day)
                      VALUES (:id, 'interaction', 900, 'CALL', '2026-03-04T10:00:00Z', false);
                    INSERT INTO task (customer_id, interaction_id, title, due_on, created_at)
                      VALUES (:id, 900, 'Send the quote', '2026-12-01', now());
                    INSERT INTO purchase (id, customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                      VALUES (900, :id, '2026-03-05', 100, 'USD', 1, 100, now());
                    INSERT INTO purchase (id, customer_id, purchased_on, amount, currency, rate, base_amount, refund_of, created_at)
                      VALUES (901, :id, '2026-03-06', -40, 'USD', 1, -40, 900, now());
                    INSERT INTO answer (customer_id, survey, score, answered_on, created_at)
                      VALUES (:id, 'NPS', 9, '2026-03-07', now());
                    """.replace(":id", String.valueOf(id))).update();
            summaries.refreshAll(List.of(id));
        });
    }

    /** All rows of the customer by table, without the versions. */
    private TreeMap<String, String> rows(long id) {
        TreeMap<String, String> rows = new TreeMap<>();
        rows.put("customer", json("customer", "t.id = " + id));
        for (String table : List.of("contact_point", "stage_change")) {
            rows.put(table, json(table, "t.customer_id = " + id));
        }
        facts.forEach(fact -> rows.put(fact.table(), json(fact.table(), "t.customer_id = " + id)));
        return rows;
    }

    private String json(String table, String condition) {
        return jdbc.sql(
                        "SELECT coalesce(jsonb_agg(to_jsonb(t) - 'version' ORDER BY t.id), '[]')::text FROM %s t WHERE %s"
                                .formatted(table, condition))
                .query(String.class)
                .single();
    }
}

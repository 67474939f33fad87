package dev.rapport.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testing.DatabaseTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class CustomerSummariesTest {
    @Autowired
    private CustomerService customers;

    @Autowired
    private CustomerSummaries summaries;

    @Autowired
    private List<SummaryPart> parts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void holdWhatARebuildFinds() {
        long ann = register("Ann");
        long bob = register("Bob");
        buy(ann, 100);
        buy(bob, 50);
        refresh(ann);
        refresh(bob);
        List<Map<String, Object>> refreshed = all();
        transaction.executeWithoutResult(status -> summaries.rebuildAll());
        assertThat(all()).isEqualTo(refreshed);
        jdbc.sql("DELETE FROM customer_summary").update();
        transaction.executeWithoutResult(status -> summaries.rebuildAll());
        assertThat(all()).isEqualTo(refreshed);
    }

    @Test
    void goBackToNothingWithTheLastFact() {
        long ann = register("Ann");
        List<Map<String, Object>> before = all();
        buy(ann, 100);
        refresh(ann);
        assertThat(all()).isNotEqualTo(before);
        jdbc.sql("DELETE FROM purchase").update();
        refresh(ann);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void refreshBySetsToo() {
        long ann = register("Ann");
        long bob = register("Bob");
        buy(ann, 100);
        buy(bob, 50);
        transaction.executeWithoutResult(status -> parts.forEach(part -> summaries.refreshWhere(
                part.getClass(), "customer_id IN (SELECT id FROM customer WHERE name = :n)", Map.of("n", "Bob"))));
        assertThat(number("revenue", ann)).isZero();
        assertThat(number("revenue", bob)).isEqualTo(50);
    }

    /** Of two facts stored at once, the second to be summed up waits for the first and counts both. */
    @Test
    void loseNothingOfTwoFactsStoredAtOnce() throws Exception {
        long ann = register("Ann");
        Class<? extends SummaryPart> talks = parts.stream()
                .filter(part -> part.columns().contains("interactions"))
                .findFirst()
                .orElseThrow()
                .getClass();
        CountDownLatch firstSummed = new CountDownLatch(1);
        CountDownLatch secondStored = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            talk(ann);
            summaries.refresh(talks, List.of(ann));
            firstSummed.countDown();
            await(secondStored);
            awaitSomebodyWaiting();
        }));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> {
            await(firstSummed);
            transaction.executeWithoutResult(status -> {
                talk(ann);
                secondStored.countDown();
                summaries.refresh(talks, List.of(ann));
            });
        });
        CompletableFuture.allOf(first, second).get(30, TimeUnit.SECONDS);
        assertThat(number("interactions", ann)).isEqualTo(2);
    }

    /** The second has its fact and asks for the row that the first still holds. */
    private void awaitSomebodyWaiting() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (jdbc.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                        .query(Integer.class)
                        .single()
                == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long register(String name) {
        return customers
                .register(CustomerMother.named(name), Contacts.NONE, LifecycleStage.AWARENESS)
                .id();
    }

    private void buy(long customer, int amount) {
        jdbc.sql("""
                INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                VALUES (:customer, '2026-03-05', :amount, 'USD', 1, :amount, now())""").param("customer", customer).param("amount", amount).update();
    }

    private void refresh(long customer) {
        transaction.executeWithoutResult(status -> summaries.refreshAll(List.of(customer)));
    }

    private void talk(long customer) {
        jdbc.sql(
                        "INSERT INTO interaction (customer_id, kind, occurred_at, created_at) VALUES (:id, 'CALL', now(), now())")
                .param("id", customer)
                .update();
    }

    private int number(String column, long customer) {
        return jdbc.sql("SELECT %s::int FROM customer_summary WHERE customer_id = :id".formatted(column))
                .param("id", customer)
                .query(Integer.class)
                .single();
    }

    private List<Map<String, Object>> all() {
        return jdbc.sql("SELECT * FROM customer_summary ORDER BY customer_id")
                .query()
                .listOfRows();
    }
}

package dev.rapport.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.customer.CustomerService;
import dev.rapport.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class TimelineBatchTest {
    @Autowired
    private TimelineBatch timeline;

    @Autowired
    private CustomerService customers;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    /** Else taking a million entries out again within the minute is planned for the few that were there before them. */
    @Test
    void letsThePlannerKnowOfManyAtOnce() {
        long ana = Someone.named("Ana Ruiz", customers);
        transaction.executeWithoutResult(status -> {
            timeline.add("""
                    SELECT %d AS customer_id, 'purchase' AS source, n AS source_id, 'PURCHASE' AS kind, now() AS happened_at,
                      true AS all_day, NULL AS direction, NULL AS title, NULL AS body, NULL AS outcome,
                      1 AS amount, 'EUR' AS currency, NULL::int AS score
                    FROM generate_series(1, 6000) n""".formatted(ana));
            assertThat(jdbc.sql("SELECT reltuples FROM pg_class WHERE oid = 'timeline_entry'::regclass")
                            .query(Double.class)
                            .single())
                    .isGreaterThanOrEqualTo(6000);
            status.setRollbackOnly();
        });
    }
}

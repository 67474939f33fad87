package dev.rapport.metrics.predictive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.testing.DatabaseTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Those read off the index and those with refunds among them are the buyers that the definition gives. */
@DatabaseTest
class BuyerStreamTest {
    private static final LocalDate LAST = LocalDate.parse("2026-06-30");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BuyerQuery buyers;

    @Autowired
    private TransactionTemplate transaction;

    private Random random;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isWhatTheDefinitionGives(long seed) {
        random = new Random(seed);
        jdbc.sql("""
                INSERT INTO customer (name, sort_key, stage, source, acquired_on, created_at)
                SELECT 'C' || i, ''::bytea, 'PURCHASE', CASE WHEN i % 2 = 0 THEN 'Web' END, '2024-01-01', now()
                FROM generate_series(1, 60) i
                """).update();
        for (int i = 0; i < 400; i++) {
            boolean back = random.nextInt(6) == 0;
            buy(
                    1 + random.nextInt(60),
                    LAST.minusDays(random.nextInt(90)),
                    back ? -random.nextInt(40) : random.nextInt(30));
        }
        jdbc.sql("""
                INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, refund_of, created_at)
                SELECT customer_id, purchased_on + 5, -amount, 'USD', 1, -amount, id, now() FROM purchase
                WHERE amount > 0 AND id % 7 = 0
                """).update();
        for (LocalDate asOf : List.of(LAST, LAST.minusDays(20), LAST.minusDays(60), LAST.minusDays(200))) {
            for (CustomerGroup group : List.of(CustomerGroup.EVERYBODY, CustomerGroup.of("channel:web"))) {
                assertThat(streamed(asOf, group)).isEqualTo(defined(asOf, group));
            }
        }
        assertThat(streamed(LAST, CustomerGroup.EVERYBODY)).hasSizeGreaterThan(40);
    }

    @Test
    void whoGotEverythingBackIsNoBuyer() {
        jdbc.sql("""
                INSERT INTO customer (name, sort_key, stage, acquired_on, created_at)
                SELECT 'C' || i, ''::bytea, 'PURCHASE', '2024-01-01', now() FROM generate_series(1, 3) i
                """).update();
        buy(1, LAST, -5);
        buy(2, LAST.minusDays(9), 5);
        buy(2, LAST, -5);
        buy(3, LAST.minusDays(9), 5);

        assertThat(streamed(LAST, CustomerGroup.EVERYBODY))
                .extracting(BuyerRow::id)
                .containsExactly(3L);
        assertThat(streamed(LAST.minusDays(1), CustomerGroup.EVERYBODY))
                .extracting(BuyerRow::id)
                .containsExactly(2L, 3L);
    }

    private List<BuyerRow> streamed(LocalDate asOf, CustomerGroup group) {
        List<BuyerRow> found = new ArrayList<>();
        transaction.executeWithoutResult(status -> buyers.each(asOf, group, found::add));
        return found;
    }

    private List<BuyerRow> defined(LocalDate asOf, CustomerGroup group) {
        return jdbc.sql(BuyerQuery.bought(group.and("customer_id"), group.and("r.customer_id")) + BuyerQuery.BUYER
                        + " ORDER BY customer_id")
                .params(group.parameters())
                .param("asOf", asOf)
                .query((row, number) -> BuyerStream.buyer(row))
                .list();
    }

    private void buy(long customer, LocalDate day, int amount) {
        jdbc.sql("""
                        INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                        VALUES (?, ?, ?, 'USD', 1, ?, now())
                        """).params(customer, day, amount, amount).update();
    }
}

package dev.rapport.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metrics.BoardStore.Kept;
import dev.rapport.metrics.formula.Span;
import dev.rapport.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The sums kept for dashboards are those that a count of all facts gives, whatever happens to the facts. */
@DatabaseTest
class BoardsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-06-30");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Span YEAR = Span.yearTo(TODAY);
    private static final List<BoardScope> SCOPES = List.of(
            new BoardScope(YEAR, YEAR.before(), null, HALF),
            new BoardScope(Span.daysTo(TODAY, 90), Span.daysTo(TODAY, 90).before(), 45, HALF),
            new BoardScope(new Span(LocalDate.parse("2024-01-01"), TODAY), null, null, HALF));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Boards boards;

    @Autowired
    private BoardStore store;

    @Autowired
    private TransactionTemplate transaction;

    private Facts facts;
    private Random random;

    @BeforeEach
    void aBusiness() {
        facts = new Facts(jdbc);
        jdbc.sql(
                        "INSERT INTO product (name, price, cost, created_at) VALUES ('Course', 90, 35, now()), ('Bag', 70, 10, now())")
                .update();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void equalACountWhateverHappens(long seed) {
        random = new Random(seed);
        IntStream.range(0, 100).forEach(i -> any());
        assertAll("first");
        for (int i = 0; i < 60; i++) {
            String what =
                    random.nextInt(5) == 0 ? transaction.execute(status -> any() + ", " + any() + ", " + any()) : any();
            assertThat(store.find(SCOPES.get(0)).followable()).as(what).isTrue();
            assertAll(i + ": " + what);
        }
    }

    @Test
    void areReadAnewWhereTooMuchChangesAtOnce() {
        facts.purchase(facts.customer("Ada"), "2026-06-01", "10");
        assertAll("first");

        jdbc.sql("""
                INSERT INTO customer (name, sort_key, stage, acquired_on, created_at)
                SELECT 'C' || i, ''::bytea, 'PURCHASE', '2026-01-01', now() FROM generate_series(1, 400) i
                """).update();
        jdbc.sql("""
                INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                SELECT id, date '2025-01-01' + id::integer, id, 'USD', 1, id, now() FROM customer
                """).update();
        assertThat(store.find(SCOPES.get(0)).followable()).isFalse();
        assertAll("many came");
        assertThat(store.find(SCOPES.get(0)).followable()).isTrue();

        jdbc.sql("UPDATE purchase SET amount = amount + 1, base_amount = base_amount + 1")
                .update();
        assertAll("many changed");
        jdbc.sql("DELETE FROM customer WHERE id > 20").update();
        assertAll("many went");
        jdbc.sql("UPDATE product SET cost = 60 WHERE name = 'Bag'").update();
        assertThat(store.find(SCOPES.get(0)).followable()).isFalse();
        assertAll("a product costs more");
        jdbc.sql("TRUNCATE purchase CASCADE").update();
        assertAll("all purchases went");
    }

    @Test
    void followOnlyWhatFiguresRestOn() {
        long ada = facts.customer("Ada");
        facts.purchase(ada, "2026-06-01", "10");
        assertAll("first");

        jdbc.sql("UPDATE customer SET name = 'Ada Lovelace', tags = ARRAY['x']").update();
        facts.answer(ada, "CSAT", 4, "2026-06-02");
        assertThat(store.find(SCOPES.get(0)).changes()).isZero();
        facts.answer(ada, "NPS", 4, "2026-06-02");
        assertThat(store.find(SCOPES.get(0)).changes()).isEqualTo(1);
    }

    @Test
    void stillNameTheBestWhereManyOfThemLeave() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            long customer = facts.customer("C" + i);
            facts.purchase(customer, "2026-05-01", String.valueOf(1000 - i));
            all.add(customer);
        }
        assertAll("first");
        jdbc.sql("DELETE FROM purchase WHERE customer_id = ANY (?)")
                .param(all.subList(0, 50).toArray(Long[]::new))
                .update();
        assertAll("fifty left");
        jdbc.sql("DELETE FROM purchase WHERE customer_id = ANY (?)")
                .param(all.subList(50, 97).toArray(Long[]::new))
                .update();
        assertAll("all but three of those kept left");
    }

    @Test
    void sayWhatMomentTheyAreOfWhereCountingAnewTakesLong() {
        facts.purchase(facts.customer("Ada"), "2026-06-01", "10");
        Kept first = boards.of(SCOPES.get(0));
        jdbc.sql("UPDATE dashboard_sums SET took = 5000").update();
        jdbc.sql("UPDATE product SET cost = 60 WHERE name = 'Bag'").update();
        facts.purchase(1, "2026-06-02", "10");

        Kept soon = boards.soon(SCOPES.get(0));

        assertThat(soon.stale()).isTrue();
        assertThat(soon.sums()).isEqualTo(first.sums());
        assertThat(boards.of(SCOPES.get(0)).sums())
                .isEqualTo(boards.recounted(SCOPES.get(0)).sums());
        assertThat(boards.soon(SCOPES.get(0)).stale()).isFalse();
    }

    @Test
    void areKeptUpSoThatTheLogStaysShort() {
        facts.purchase(facts.customer("Ada"), "2026-06-01", "10");
        assertAll("first");
        facts.purchase(1, "2026-06-02", "10");
        BoardStore.Kept old = boards.recounted(SCOPES.get(1));
        jdbc.sql("UPDATE dashboard_sums SET asked_at = asked_at - interval '9 days' WHERE scope = ?")
                .param(SCOPES.get(2).text())
                .update();

        boards.keepUp();

        assertThat(jdbc.sql("SELECT count(*) FROM fact_log").query(Long.class).single())
                .isZero();
        assertThat(store.scopes()).containsOnlyKeys(SCOPES.get(0), SCOPES.get(1));
        assertThat(store.find(SCOPES.get(0)).changes()).isZero();
        facts.purchase(1, "2026-06-03", "10");
        assertAll("kept up");
        assertThat(old.sums()).isNotEqualTo(boards.of(SCOPES.get(1)).sums());
    }

    @Test
    void aSlowCountOfBeforeTheLogBeginsIsNotFollowed() {
        facts.purchase(facts.customer("Ada"), "2026-06-01", "10");
        Kept slow = boards.recounted(SCOPES.get(0));
        facts.purchase(1, "2026-06-02", "10");
        boards.keepUp();

        store.save(SCOPES.get(0), slow, slow.madeAt());

        assertThat(store.find(SCOPES.get(0)).followable()).isFalse();
        assertAll("saved late");
    }

    private void assertAll(String after) {
        for (BoardScope scope : SCOPES) {
            Kept kept = boards.of(scope);
            Kept counted = boards.recounted(scope);
            assertThat(kept.sums()).as(after).isEqualTo(counted.sums());
            assertThat(best(kept)).as(after).isEqualTo(best(counted));
        }
    }

    private static List<String> best(Kept kept) {
        return kept.ranking().buyers().stream()
                .limit(Boards.LISTED)
                .map(buyer -> buyer.id() + " " + buyer.revenue().stripTrailingZeros() + " " + buyer.purchases() + " "
                        + buyer.lastOn())
                .toList();
    }

    /** Does something to the facts and says what. */
    private String any() {
        int what = random.nextInt(16);
        switch (what) {
            case 0, 1 -> facts.customer("C", random.nextBoolean() ? "Web" : null, "PURCHASE", day());
            case 2, 3, 4, 5 -> someone().forEach(id -> facts.purchase(id, day(), amount(), null, null));
            case 6 -> someone().forEach(id -> facts.purchase(id, day(), "40", "13", null));
            case 7 -> sql("""
                        INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, refund_of, product_id, created_at)
                        SELECT customer_id, purchased_on + 3, -1, 'USD', 1, -1, id, product_id, now() FROM purchase
                        WHERE amount > 0 AND id""" + one("purchase"));
            case 8, 9 -> someone().forEach(id -> facts.answer(id, "NPS", random.nextInt(11), day()));
            case 10 -> someone().forEach(id -> facts.stage(id, random.nextBoolean() ? "LOST" : "LOYALTY", day()));
            case 11 ->
                sql(
                        "UPDATE purchase SET purchased_on = '%s', amount = amount * 2, base_amount = base_amount * 2, product_id = %d WHERE id"
                                        .formatted(day(), 1 + random.nextInt(2))
                                + one("purchase"));
            case 12 -> {
                String table = List.of("purchase", "answer", "stage_change").get(random.nextInt(3));
                sql("DELETE FROM " + table + " WHERE id" + one(table));
            }
            case 13 ->
                sql("UPDATE purchase SET customer_id = (SELECT max(id) FROM customer) WHERE customer_id"
                        + one("customer"));
            case 14 -> sql("DELETE FROM customer WHERE id" + one("customer"));
            default ->
                sql("UPDATE customer SET source = 'Fair ' || id, acquired_on = acquired_on - 200 WHERE id"
                        + one("customer"));
        }
        return String.valueOf(what);
    }

    private void sql(String sql) {
        jdbc.sql(sql).update();
    }

    private String one(String table) {
        return " = (SELECT id FROM %s ORDER BY md5(id || '%d') LIMIT 1)".formatted(table, random.nextInt());
    }

    private List<Long> someone() {
        return jdbc.sql("SELECT id FROM customer WHERE id" + one("customer"))
                .query(Long.class)
                .list();
    }

    private String day() {
        return TODAY.minusDays(random.nextInt(800)).toString();
    }

    private String amount() {
        return random.nextInt(6) == 0 ? "-7.5" : String.valueOf(5 + random.nextInt(60));
    }
}

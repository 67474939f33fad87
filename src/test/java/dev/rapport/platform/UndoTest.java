package dev.rapport.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.testing.DatabaseTest;
import dev.rapport.testing.MovableClock;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On a thing of two tables: a customer and its contact points. */
@DatabaseTest
class UndoTest {
    private static final Tracked THING =
            Tracked.of("thing").with("customer", "t.id = :id").with("contact_point", "t.customer_id = :id");
    private static final Actor OWNER = new Actor(1L, true, Via.PAGE);
    private static final Actor HELPER = new Actor(2L, false, Via.PAGE);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ChangeLog log;

    @Autowired
    ChangeHistory history;

    @Autowired
    RowImages images;

    @Autowired
    CurrentActor actor;

    @Autowired
    EntityManager entities;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    BulkChanges bulk;

    @Autowired
    MovableClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private Undo undo;

    @BeforeEach
    void insertTheThing() {
        undo = new Undo(log, history, images, List.of(THING), bulk, actor, entities, events, clock);
        jdbc.sql("""
                        INSERT INTO customer (id, name, sort_key, search_text, stage, acquired_on, created_at, tags)
                        VALUES (7, 'Ana', '\\x00ff', ' ana a@x.y ', 'LOYALTY', '2026-01-02', '2026-01-02T03:04:05.678901Z', '{a,"b, c"}')""").update();
        jdbc.sql(
                        "INSERT INTO contact_point (id, customer_id, kind, value, normalized) VALUES (70, 7, 'EMAIL', 'A@x.y', 'a@x.y')")
                .update();
    }

    @Test
    void bringsADeletedThingBackAsItWas() {
        String before = inTransaction(() -> log.image(THING, 7));
        long change = deleteIt();

        undo(change);

        assertThat(inTransaction(() -> log.image(THING, 7))).isEqualTo(before);
    }

    @Test
    void takesAnEditBackButNeverToAVersionThatATabMayHold() {
        long change = edit("UPDATE customer SET name = 'Anna', version = 1 WHERE id = 7");

        undo(change);

        assertThat(jdbc.sql("SELECT name FROM customer WHERE id = 7")
                        .query(String.class)
                        .single())
                .isEqualTo("Ana");
        assertThat(jdbc.sql("SELECT version FROM customer WHERE id = 7")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void removesWhatWasCreated() {
        long change = inTransaction(() -> log.created(THING, 7, 7L));

        undo(change);

        assertThat(jdbc.sql("SELECT count(*) FROM contact_point")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesWhatHasChangedSince() {
        long first = edit("UPDATE customer SET name = 'Anna', city = 'Rome' WHERE id = 7");
        edit("UPDATE customer SET name = 'Annie', company = 'Acme' WHERE id = 7");

        assertThatThrownBy(() -> undo(first))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.key()).isEqualTo("platform.refused.changed-since"));
        assertThat(names()).containsExactly("Annie Acme Rome");

        assertThat(inTransaction(() -> undo.plan(first)).kept())
                .singleElement()
                .satisfies(clash -> assertThat(clash.column() + " " + clash.wanted() + " " + clash.now())
                        .isEqualTo("name \"Ana\" \"Annie\""));
        inTransaction(() -> undo.undoRest(first));
        assertThat(names()).containsExactly("Annie Acme ");
    }

    @Test
    void takesBackWhatALaterChangeOfOtherFieldsLeftAlone() {
        long first = edit("UPDATE customer SET name = 'Anna' WHERE id = 7");
        edit("UPDATE contact_point SET value = 'new@x.y' WHERE id = 70");

        undo(first);

        assertThat(names()).containsExactly("Ana  ");
        assertThat(jdbc.sql("SELECT value FROM contact_point")
                        .query(String.class)
                        .single())
                .isEqualTo("new@x.y");
    }

    @Test
    void leavesAChangeWhoseEveryFieldWasChangedAgain() {
        long first = edit("UPDATE customer SET name = 'Anna' WHERE id = 7");
        edit("UPDATE customer SET name = 'Annie' WHERE id = 7");

        assertThatThrownBy(() -> inTransaction(() -> undo.undoRest(first))).isInstanceOf(Refused.class);
        assertThat(inTransaction(() -> undo.plan(first)).isPossible()).isFalse();
    }

    @Test
    void saysWhenTheThingIsGone() {
        long first = edit("UPDATE customer SET name = 'Anna' WHERE id = 7");
        deleteIt();

        assertThat(inTransaction(() -> undo.plan(first)).obstacle()).isEqualTo("platform.refused.deleted-since");
    }

    @Test
    void staysPossibleForThirtyDays() {
        long change = edit("UPDATE customer SET name = 'Anna' WHERE id = 7");
        clock.advance(Duration.ofDays(30).plusMinutes(1));

        assertThatThrownBy(() -> undo(change))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("platform.refused.too-late"));
    }

    @Test
    void outlivesColumnsThatCameLater() {
        long change = deleteIt();
        jdbc.sql(
                        "UPDATE change_log SET before = jsonb_set(before, '{customer,0}', (before #> '{customer,0}') - 'erased_at')")
                .update();

        undo(change);

        assertThat(names()).containsExactly("Ana  ");
    }

    private List<String> names() {
        return jdbc.sql("SELECT concat(name, ' ', company, ' ', city) FROM customer")
                .query(String.class)
                .list();
    }

    @Test
    void undoesOnceOnly() {
        long change = deleteIt();
        undo(change);

        assertThatThrownBy(() -> undo(change)).isInstanceOf(Refused.class);
    }

    @Test
    void canItselfBeUndone() {
        long change = edit("UPDATE customer SET name = 'Anna' WHERE id = 7");
        undo(change);
        long undoing = history.ofCustomer(7, 1, null).items().get(0).id();

        undo(undoing);

        assertThat(jdbc.sql("SELECT name FROM customer WHERE id = 7")
                        .query(String.class)
                        .single())
                .isEqualTo("Anna");
    }

    @Test
    void helpersUndoOnlyTheirOwnWork() {
        long owners = as(OWNER, () -> edit("UPDATE customer SET name = 'Anna' WHERE id = 7"));
        assertThatThrownBy(() -> as(HELPER, () -> undo(owners))).isInstanceOf(Forbidden.class);

        long own = as(HELPER, () -> edit("UPDATE customer SET city = 'Rome' WHERE id = 7"));
        as(HELPER, () -> undo(own));

        assertThat(jdbc.sql("SELECT count(*) FROM customer WHERE city IS NULL AND name = 'Anna'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void theHistoryIsNewestFirstAndKnowsWhatWasUndone() {
        long first = edit("UPDATE customer SET name = 'Anna' WHERE id = 7");
        undo(first);

        Slice<LoggedChange> page = history.ofCustomer(7, 1, null);
        assertThat(page.items()).extracting(LoggedChange::action).containsExactly(LoggedChange.Action.UNDONE);
        assertThat(history.ofCustomer(7, 1, Cursor.decode(page.next())).items())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.isUndone()).isTrue();
                    assertThat(change.before()).contains("\"Ana\"");
                    assertThat(change.after()).contains("\"Anna\"");
                });
    }

    private long deleteIt() {
        return inTransaction(() -> {
            ChangeLog.Pending pending = log.before(THING, 7, 7L);
            jdbc.sql("DELETE FROM customer WHERE id = 7").update();
            return pending.deleted();
        });
    }

    private long edit(String sql) {
        return inTransaction(() -> {
            ChangeLog.Pending pending = log.before(THING, 7, 7L);
            jdbc.sql(sql).update();
            return pending.changed();
        });
    }

    private LoggedChange undo(long change) {
        return inTransaction(() -> undo.undo(change));
    }

    private <T> T as(Actor who, Supplier<T> work) {
        return CurrentActor.actingAs(who, work);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }
}

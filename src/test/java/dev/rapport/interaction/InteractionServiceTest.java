package dev.rapport.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.customer.CustomerService;
import dev.rapport.platform.Undo;
import dev.rapport.task.TaskDetails;
import dev.rapport.task.TaskSearch;
import dev.rapport.testing.DatabaseTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class InteractionServiceTest {
    @Autowired
    private InteractionService interactions;

    @Autowired
    private InteractionSearch search;

    @Autowired
    private TimelineSearch timeline;

    @Autowired
    private TaskSearch tasks;

    @Autowired
    private CustomerService customers;

    @Autowired
    private Undo undo;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private long ana;

    @BeforeEach
    void makeAna() {
        ana = Someone.named("Ana Ruiz", customers);
    }

    @Test
    void logsWithItsRowInTheTimeline() {
        Instant when = Instant.parse("2026-03-04T10:15:30.123456Z");
        WhatHappened what = new WhatHappened(
                InteractionKind.CALL, Direction.IN, when, " Quote ", "She asked\r\nfor a quote", "sale", "will think");

        long id = interactions.log(ana, new NewInteraction(what)).id();

        assertThat(search.get(id).what()).isEqualTo(what);
        assertThat(search.get(id).subject()).isEqualTo("Quote");
        assertThat(search.get(id).body()).isEqualTo("She asked\nfor a quote");
        TimelineRow row = rows().get(0);
        assertThat(row.sourceId()).isEqualTo(id);
        assertThat(row.happenedAt()).isEqualTo(when);
        assertThat(row.kind()).isEqualTo("CALL");
        assertThat(row.title()).isEqualTo("Quote");
        assertThat(row.outcome()).isEqualTo("will think");
    }

    @Test
    void setsTheLastContactToTheDayItHappened() {
        Instant longAgo = Instant.parse("2019-05-06T07:08:09Z");
        log(InteractionKind.MAIL, longAgo);
        assertThat(summary()).containsEntry("last_contact_at", longAgo).containsEntry("interactions", 1L);

        Instant later = longAgo.plus(Duration.ofDays(3));
        long second = log(InteractionKind.CALL, later);
        log(InteractionKind.CALL, longAgo.minus(Duration.ofDays(30)));
        assertThat(summary()).containsEntry("last_contact_at", later).containsEntry("interactions", 3L);

        interactions.delete(second);
        assertThat(summary()).containsEntry("last_contact_at", longAgo);
    }

    @Test
    void countsNeitherANoteNorWhatLiesAheadAsContact() {
        log(InteractionKind.NOTE, clock.instant().minus(Duration.ofDays(1)));
        log(InteractionKind.MEETING, clock.instant().plus(Duration.ofDays(1)));

        assertThat(summary()).containsEntry("last_contact_at", null).containsEntry("interactions", 2L);
    }

    @Test
    void turnsTheNextStepIntoAFollowUp() {
        NextStep next = new NextStep("Send the quote", LocalDate.of(2026, 12, 1));
        long id = interactions
                .log(ana, new NewInteraction(what(InteractionKind.CALL, clock.instant()), next, null))
                .id();

        List<TaskDetails> open = tasks.openOfCustomer(ana, 10);
        assertThat(open).hasSize(1);
        assertThat(open.get(0).title()).isEqualTo("Send the quote");
        assertThat(open.get(0).dueOn()).isEqualTo(next.dueOn());
        assertThat(open.get(0).interactionId()).isEqualTo(id);
        assertThat(summary()).containsEntry("next_task_title", "Send the quote");
    }

    @Test
    void logsNothingWhenTheNextStepIsRefused() {
        NextStep unthinkable = new NextStep("Send the quote", LocalDate.of(9999, 1, 1));
        assertThatThrownBy(() -> interactions.log(
                        ana, new NewInteraction(what(InteractionKind.CALL, clock.instant()), unthinkable, null)))
                .hasMessage("task.refused.due");
        assertThat(rows()).isEmpty();
        assertThat(summary()).containsEntry("interactions", 0L);
    }

    @Test
    void takesTheNextStepAlongWhenLoggingIsUndone() {
        NextStep next = new NextStep("Send the quote", LocalDate.of(2026, 12, 1));
        Logged logged =
                interactions.log(ana, new NewInteraction(what(InteractionKind.CALL, clock.instant()), next, null));

        undo.undo(changeOf(logged));

        assertThat(rows()).isEmpty();
        assertThat(tasks.openOfCustomer(ana, 10)).isEmpty();
        assertThat(summary()).containsEntry("interactions", 0L).containsEntry("next_task_title", null);
    }

    @Test
    void bringsADeletedOneBackWithItsFollowUp() {
        NextStep next = new NextStep("Send the quote", LocalDate.of(2026, 12, 1));
        long id = interactions
                .log(ana, new NewInteraction(what(InteractionKind.CALL, clock.instant()), next, null))
                .id();
        InteractionDetails before = search.get(id);
        TimelineRow row = rows().get(0);

        long change = interactions.delete(id);
        assertThat(search.exists(id)).isFalse();
        assertThat(rows()).isEmpty();
        assertThat(tasks.openOfCustomer(ana, 10)).hasSize(1);

        undo.undo(change);
        assertThat(search.get(id)).isEqualTo(before);
        assertThat(rows()).containsExactly(row);
        assertThat(tasks.openOfCustomer(ana, 10).get(0).interactionId()).isEqualTo(id);
        assertThat(summary()).containsEntry("interactions", 1L);
    }

    @Test
    void editsAndTakesTheEditBack() {
        long id = log(InteractionKind.CALL, Instant.parse("2026-01-02T03:04:05Z"));
        WhatHappened before = search.get(id).what();
        WhatHappened after = new WhatHappened(
                InteractionKind.MAIL, Direction.OUT, Instant.parse("2026-02-02T03:04:05Z"), "New", null, null, null);

        long change = interactions.edit(id, 0, after);
        assertThat(search.get(id).what()).isEqualTo(after);
        assertThat(rows().get(0).title()).isEqualTo("New");
        assertThat(summary()).containsEntry("last_contact_at", after.occurredAt());

        undo.undo(change);
        assertThat(search.get(id).what()).isEqualTo(before);
        assertThat(rows().get(0).kind()).isEqualTo("CALL");
        assertThat(summary()).containsEntry("last_contact_at", before.occurredAt());
    }

    @Test
    void refusesToSaveOverWhatAnotherTabSaved() {
        long id = log(InteractionKind.CALL, clock.instant());
        interactions.edit(id, 0, what(InteractionKind.MAIL, clock.instant()));

        assertThatThrownBy(() -> interactions.edit(id, 0, what(InteractionKind.CHAT, clock.instant())))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(search.get(id).kind()).isEqualTo(InteractionKind.MAIL);
    }

    @Test
    void goesAndComesBackWithItsCustomer() {
        interactions.log(
                ana,
                new NewInteraction(
                        what(InteractionKind.CALL, clock.instant()),
                        new NextStep("Call", LocalDate.of(2026, 12, 1)),
                        null));
        List<TimelineRow> before = rows();

        undo.undo(customers.delete(ana).changeId());

        assertThat(rows()).isEqualTo(before);
        assertThat(tasks.openOfCustomer(ana, 10)).hasSize(1);
        assertThat(summary()).containsEntry("interactions", 1L).containsEntry("next_task_title", "Call");
    }

    private long log(InteractionKind kind, Instant when) {
        return interactions.log(ana, new NewInteraction(what(kind, when))).id();
    }

    static WhatHappened what(InteractionKind kind, Instant when) {
        return new WhatHappened(kind, Direction.NONE, when, null, "talked", null, null);
    }

    private List<TimelineRow> rows() {
        return timeline.ofCustomer(ana, TimelineFilter.ALL, 50, null).items();
    }

    private static long changeOf(Logged logged) {
        @Nullable Long change = logged.changeId();
        assertThat(change).isNotNull();
        return change;
    }

    private Map<String, Object> summary() {
        return jdbc.sql("""
                        SELECT CAST(interactions AS bigint) AS interactions, last_contact_at, next_task_title
                        FROM customer_summary WHERE customer_id = :id""")
                .param("id", ana)
                .query((row, n) -> {
                    Map<String, Object> map = new java.util.HashMap<>();
                    map.put("interactions", row.getLong(1));
                    java.sql.Timestamp at = row.getTimestamp(2);
                    map.put("last_contact_at", at == null ? null : at.toInstant());
                    map.put("next_task_title", row.getString(3));
                    return map;
                })
                .single();
    }
}

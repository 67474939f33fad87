package dev.rapport.interaction;

import dev.rapport.customer.CustomerSummaries;
import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Tracked;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The only way to log, edit and delete a single interaction; {@link InteractionBatch} is the door for many. */
@Service
@Transactional
public class InteractionService {
    static final Tracked TRACKED = Tracked.of("interaction")
            .with("interaction", "t.id = :id")
            .with("timeline_entry", "t.source = 'interaction' AND t.source_id = :id");
    private final InteractionRepository interactions;
    private final Timeline timeline;
    private final Customers customers;
    private final CustomerSummaries summaries;
    private final ChangeLog changes;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    InteractionService(
            InteractionRepository interactions,
            Timeline timeline,
            Customers customers,
            CustomerSummaries summaries,
            ChangeLog changes,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.interactions = interactions;
        this.timeline = timeline;
        this.customers = customers;
        this.summaries = summaries;
        this.changes = changes;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such customer */
    public Logged log(long customerId, NewInteraction asked) {
        return once(asked, () -> {
            customers.require(customerId);
            return customerId;
        });
    }

    /** Makes the customer too, in the same transaction. */
    public Logged logForNewCustomer(String name, NewInteraction asked) {
        return once(asked, () -> customers.make(name));
    }

    private Logged once(NewInteraction asked, LongSupplier customer) {
        Optional<Interaction> before = loggedBefore(asked.formToken());
        if (before.isPresent()) {
            return new Logged(before.get().id(), before.get().customerId(), null);
        }
        long customerId = customer.getAsLong();
        Interaction interaction =
                interactions.save(new Interaction(customerId, asked.what(), clock.instant(), asked.formToken()));
        timeline.put(interaction.inTimeline());
        long change = changes.created(TRACKED, interaction.id(), customerId);
        refresh(interaction);
        events.publishEvent(new InteractionLogged(interaction.id(), customerId, asked.nextStep()));
        return new Logged(interaction.id(), customerId, change);
    }

    /**
     * @param version the one that the editor saw; null takes whatever is stored
     * @return the logged change
     * @throws OptimisticLockingFailureException when somebody saved in between
     */
    public long edit(long id, @Nullable Integer version, WhatHappened what) {
        Interaction interaction = get(id);
        if (version != null && version != interaction.version()) {
            throw new OptimisticLockingFailureException("interaction " + id);
        }
        ChangeLog.Pending change = changes.before(TRACKED, id, interaction.customerId());
        interaction.rewrite(what);
        timeline.put(interaction.inTimeline());
        refresh(interaction);
        return change.changed();
    }

    /** @return the logged change */
    public long delete(long id) {
        Interaction interaction = get(id);
        ChangeLog.Pending change = changes.before(TRACKED, id, interaction.customerId());
        interactions.delete(interaction);
        timeline.remove(TimelineEntry.Source.INTERACTION, id);
        refresh(interaction);
        return change.deleted();
    }

    private void refresh(Interaction interaction) {
        summaries.refresh(InteractionSummary.class, List.of(interaction.customerId()));
    }

    private Interaction get(long id) {
        return interactions.findById(id).orElseThrow(() -> new NotFound("interaction", id));
    }

    /** Holds back the second of two equal submissions until the first is stored. */
    private Optional<Interaction> loggedBefore(@Nullable String formToken) {
        if (formToken == null) {
            return Optional.empty();
        }
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('interaction ' || :token, 0))")
                .param("token", formToken)
                .query((row, n) -> true)
                .single();
        return interactions.findByFormToken(formToken);
    }
}

package dev.rapport.interaction;

import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Tracked;
import java.time.Clock;
import java.util.Optional;
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
    private final ChangeLog changes;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    InteractionService(
            InteractionRepository interactions,
            Timeline timeline,
            ChangeLog changes,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.interactions = interactions;
        this.timeline = timeline;
        this.changes = changes;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Logged log(NewInteraction asked) {
        Optional<Interaction> before = loggedBefore(asked.formToken());
        if (before.isPresent()) {
            return new Logged(before.get().id(), null);
        }
        Interaction interaction = interactions.save(
                new Interaction(asked.customerId(), asked.what(), clock.instant(), asked.formToken()));
        timeline.put(interaction.inTimeline());
        long change = changes.created(TRACKED, interaction.id(), asked.customerId());
        events.publishEvent(new InteractionLogged(interaction.id(), asked.customerId(), asked.nextStep()));
        return new Logged(interaction.id(), change);
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
        return change.changed();
    }

    /** @return the logged change */
    public long delete(long id) {
        Interaction interaction = get(id);
        ChangeLog.Pending change = changes.before(TRACKED, id, interaction.customerId());
        interactions.delete(interaction);
        timeline.remove(TimelineEntry.Source.INTERACTION, id);
        return change.deleted();
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

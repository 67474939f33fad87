package dev.rapport.platform;

import dev.rapport.platform.LoggedChange.Action;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the rows of a logged change back to what they were, unless they have changed since. */
@Component
@Transactional
public class Undo {
    private final ChangeLog log;
    private final ChangeHistory history;
    private final RowImages images;
    private final Map<String, Tracked> tracked;
    private final CurrentActor actor;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;

    Undo(
            ChangeLog log,
            ChangeHistory history,
            RowImages images,
            List<Tracked> tracked,
            CurrentActor actor,
            EntityManager entities,
            ApplicationEventPublisher events) {
        this.log = log;
        this.history = history;
        this.images = images;
        this.tracked = tracked.stream().collect(Collectors.toMap(Tracked::entity, Function.identity()));
        this.actor = actor;
        this.entities = entities;
        this.events = events;
    }

    /**
     * @return the undone change
     * @throws Refused when it was undone already, or what it touched has changed since
     * @throws Forbidden when a helper would undo somebody else's work
     */
    public LoggedChange undo(long changeId) {
        LoggedChange change = history.forUndo(changeId);
        Actor who = actor.get();
        if (!who.owner() && (who.accountId() == null || !who.accountId().equals(change.accountId()))) {
            throw new Forbidden("undo of others' work");
        }
        Tracked thing = tracked.get(change.entity());
        if (change.isUndone() || thing == null) {
            throw new Refused(null, "platform.refused.undone-already");
        }
        String current = log.image(thing, change.entityId());
        if (!images.same(current, change.after())) {
            throw new Refused(null, "platform.refused.changed-since");
        }
        try {
            images.replace(thing, current, change.before());
        } catch (DataIntegrityViolationException e) {
            throw new Refused(null, "platform.refused.cannot-undo");
        }
        entities.clear();
        log.insert(
                change.entity(),
                change.entityId(),
                change.customerId(),
                Action.UNDONE,
                current,
                log.image(thing, change.entityId()),
                changeId);
        events.publishEvent(new ChangeUndone(change.entity(), change.entityId(), change.customerId()));
        return change;
    }
}

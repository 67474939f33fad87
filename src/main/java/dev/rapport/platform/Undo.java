package dev.rapport.platform;

import dev.rapport.platform.RowImages.Image;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the rows of a logged change back to what they were, but for what has changed since. */
@Component
@Transactional
public class Undo {
    public static final Duration POSSIBLE_FOR = Duration.ofDays(30);

    /** The message of {@link Refused} where {@link #plan} can say more. */
    public static final String CHANGED_SINCE = "platform.refused.changed-since";

    private final ChangeLog log;
    private final ChangeHistory history;
    private final RowImages images;
    private final Map<String, Tracked> tracked;
    private final BulkChanges bulk;
    private final CurrentActor actor;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Undo(
            ChangeLog log,
            ChangeHistory history,
            RowImages images,
            List<Tracked> tracked,
            BulkChanges bulk,
            CurrentActor actor,
            EntityManager entities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.log = log;
        this.history = history;
        this.images = images;
        this.tracked = tracked.stream().collect(Collectors.toMap(Tracked::entity, Function.identity()));
        this.bulk = bulk;
        this.actor = actor;
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @return the undone change
     * @throws Refused when it was undone already, is too old, or what it touched has changed since
     * @throws Forbidden when a helper would undo somebody else's work
     */
    public LoggedChange undo(long changeId) {
        return undo(changeId, false);
    }

    /** The same, where some of it has changed since: that stays as it is. */
    public LoggedChange undoRest(long changeId) {
        return undo(changeId, true);
    }

    /** What {@link #undoRest} would do; without comparing rows where it can't be undone anyway. */
    @Transactional(readOnly = true)
    public UndoPlan plan(long changeId) {
        LoggedChange change = history.get(changeId);
        String obstacle = obstacle(change);
        if (obstacle != null || change.isBulk()) {
            return new UndoPlan(change, obstacle, List.of());
        }
        Step step = step(change);
        return new UndoPlan(change, step.obstacle(), step.clashes());
    }

    /** Why it can't be undone, as far as the log alone tells: a message key, null where nothing stands against it. */
    public @Nullable String obstacle(LoggedChange change) {
        if (change.isUndone()) {
            return "platform.refused.undone-already";
        }
        if (change.emptiedAt() != null) {
            return "platform.refused.emptied";
        }
        if (!change.isBulk() && !tracked.containsKey(change.entity())) {
            return "platform.refused.only-noted";
        }
        if (change.happenedAt().isBefore(clock.instant().minus(POSSIBLE_FOR))) {
            return "platform.refused.too-late";
        }
        return isMine(change) ? null : "platform.refused.of-others";
    }

    private LoggedChange undo(long changeId, boolean leavingClashes) {
        LoggedChange change = history.forUndo(changeId);
        if (!isMine(change)) {
            throw new Forbidden("undo of others' work");
        }
        refuse(obstacle(change));
        if (change.isBulk()) {
            bulk.undo(change, tracked::get, this::undoRest);
            return change;
        }
        Step step = step(change);
        refuse(step.obstacle());
        if (!leavingClashes && !step.clashes().isEmpty()) {
            throw new Refused(null, CHANGED_SINCE);
        }
        apply(change, step);
        return change;
    }

    private void apply(LoggedChange change, Step step) {
        try {
            images.replace(step.thing(), step.now(), step.then());
        } catch (DataIntegrityViolationException e) {
            throw new Refused(null, "platform.refused.cannot-undo");
        }
        entities.clear();
        String after = log.image(step.thing(), change.entityId());
        boolean gone =
                step.now().has(step.thing(), change.entityId()) && !step.then().has(step.thing(), change.entityId());
        log.insert(
                new ChangeLog.Entry(
                        change.entity(),
                        change.entityId(),
                        change.customerId(),
                        LoggedChange.Action.UNDONE,
                        step.image(),
                        after),
                gone,
                change.id());
        events.publishEvent(new ChangeUndone(change.entity(), change.entityId(), change.customerId()));
    }

    private Step step(LoggedChange change) {
        Tracked thing = tracked.get(change.entity());
        if (thing == null) {
            throw new Refused(null, "platform.refused.only-noted");
        }
        String image = log.image(thing, change.entityId());
        Image before = images.read(change.before());
        Image after = images.read(change.after());
        Image now = images.read(image);
        List<Clash> clashes = new ArrayList<>();
        Image then = images.takeBack(thing, before, after, now, clashes);
        boolean was = before.has(thing, change.entityId());
        boolean left = after.has(thing, change.entityId());
        boolean is = now.has(thing, change.entityId());
        String obstacle = null;
        if (left && !is) {
            obstacle = "platform.refused.deleted-since";
        } else if (was && !left && is) {
            obstacle = "platform.refused.undone-already";
        } else if (!was && !images.same(thing, after, now) || was && left && images.same(thing, then, now)) {
            obstacle = CHANGED_SINCE;
        }
        return new Step(thing, image, now, then, clashes, obstacle);
    }

    private boolean isMine(LoggedChange change) {
        Actor who = actor.get();
        return who.owner() || who.accountId() != null && who.accountId().equals(change.accountId());
    }

    private static void refuse(@Nullable String obstacle) {
        if (obstacle != null) {
            throw new Refused(null, obstacle);
        }
    }

    private record Step(
            Tracked thing,
            String image,
            Image now,
            Image then,
            List<Clash> clashes,
            @Nullable String obstacle) {}
}

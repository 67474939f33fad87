package dev.rapport.metrics.overtime;

import dev.rapport.metrics.Scope;
import dev.rapport.metrics.formula.Span;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Tracked;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The only way to write goals. A change answers the id of its logged change. */
@Service
@Transactional
public class Goals {

    static final Tracked GOAL = Tracked.of("goal").with("goal", "t.id = :id");

    /** A stored goal and the id of the logged change that made it. */
    public record Written(long id, long changeId) {}

    private final GoalRepository goals;
    private final RememberedFigures figures;
    private final Snapshots snapshots;
    private final ChangeLog log;
    private final BusinessSettings business;
    private final Clock clock;

    Goals(
            GoalRepository goals,
            RememberedFigures figures,
            Snapshots snapshots,
            ChangeLog log,
            BusinessSettings business,
            Clock clock) {
        this.goals = goals;
        this.figures = figures;
        this.snapshots = snapshots;
        this.log = log;
        this.business = business;
        this.clock = clock;
    }

    /** From what the figure stands at today. */
    public Written set(GoalPlan plan) {
        return set(plan, business.today());
    }

    /** From what the figure stood at on the day, by the facts' own dates. */
    public Written set(GoalPlan plan, LocalDate from) {
        Goal goal = goals.saveAndFlush(new Goal(plan, value(subject(plan), from), from, clock.instant()));
        snapshots.keep(subject(plan));
        return new Written(goal.id(), log.created(GOAL, goal.id(), null));
    }

    /** @param version the one that the editor saw; null where nobody looked */
    public long change(long id, @Nullable Integer version, GoalPlan plan) {
        Goal goal = find(id);
        if (!goal.hasVersion(version)) {
            throw new OptimisticLockingFailureException("goal " + id);
        }
        ChangeLog.Pending before = log.before(GOAL, id, null);
        Subject subject = subject(plan);
        goal.change(plan, goal.isAbout(subject) ? goal.baseline() : value(subject, goal.baselineOn()));
        goals.saveAndFlush(goal);
        snapshots.keep(subject);
        return before.changed();
    }

    public long archive(long id) {
        Goal goal = find(id);
        ChangeLog.Pending before = log.before(GOAL, id, null);
        goal.archive(clock.instant());
        return before.changed();
    }

    public long restore(long id) {
        Goal goal = find(id);
        ChangeLog.Pending before = log.before(GOAL, id, null);
        goal.restore();
        return before.changed();
    }

    public long delete(long id) {
        Goal goal = find(id);
        ChangeLog.Pending before = log.before(GOAL, id, null);
        goals.delete(goal);
        return before.deleted();
    }

    private @Nullable BigDecimal value(Subject subject, LocalDate day) {
        return figures.now()
                .figure(subject.metric(), new Scope(Span.yearTo(day), day, subject.group()))
                .value();
    }

    private static Subject subject(GoalPlan plan) {
        return new Subject(plan.metric(), plan.group());
    }

    private Goal find(long id) {
        return goals.findById(id).orElseThrow(() -> new NotFound("goal", id));
    }
}

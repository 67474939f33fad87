package dev.rapport.task;

import dev.rapport.customer.CustomerRecords;
import dev.rapport.customer.CustomerSummaries;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Tracked;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The only way to plan, change, finish and delete follow-ups. Each verb returns the logged change, for its undo. */
@Service
@Transactional
public class TaskService {
    static final Tracked TRACKED = Tracked.of("task").with("task", "t.id = :id");
    private final TaskRepository tasks;
    private final CustomerSummaries summaries;
    private final ChangeLog changes;
    private final BusinessSettings business;
    private final CustomerRecords customers;
    private final Clock clock;

    TaskService(
            TaskRepository tasks,
            CustomerSummaries summaries,
            ChangeLog changes,
            BusinessSettings business,
            CustomerRecords customers,
            Clock clock) {
        this.tasks = tasks;
        this.summaries = summaries;
        this.changes = changes;
        this.business = business;
        this.customers = customers;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such customer */
    public Planned plan(Plan plan, @Nullable Long customerId) {
        requireKnown(customerId);
        return plan(plan, customerId, null);
    }

    Planned plan(Plan plan, @Nullable Long customerId, @Nullable Long interactionId) {
        Task task = tasks.save(new Task(plan, customerId, interactionId, clock.instant()));
        long change = changes.created(TRACKED, task.id(), customerId);
        refresh(customerId);
        return new Planned(task.id(), change);
    }

    /**
     * @param version the one that the editor saw; null takes whatever is stored
     * @throws OptimisticLockingFailureException when somebody saved in between
     */
    public long edit(long id, @Nullable Integer version, Plan plan, @Nullable Long customerId) {
        requireKnown(customerId);
        return change(id, task -> {
            requireVersion(task, version);
            task.replan(plan);
            task.giveTo(customerId);
        });
    }

    /** Several at once, in one step: what is null stays. */
    public long change(long id, @Nullable Integer version, @Nullable Plan plan, @Nullable Boolean done) {
        return change(id, task -> {
            requireVersion(task, version);
            if (plan != null) {
                task.replan(plan);
            }
            if (Boolean.TRUE.equals(done)) {
                task.finish(clock.instant());
            } else if (Boolean.FALSE.equals(done)) {
                task.reopen();
            }
        });
    }

    /** Empty when it was done before. */
    public OptionalLong finish(long id) {
        return get(id).isDone()
                ? OptionalLong.empty()
                : OptionalLong.of(change(id, task -> task.finish(clock.instant())));
    }

    public long reopen(long id) {
        return change(id, Task::reopen);
    }

    public long snooze(long id, Snooze until) {
        LocalDate day = until.from(business.today());
        return change(id, task -> task.snoozeUntil(day));
    }

    public long delete(long id) {
        Task task = get(id);
        ChangeLog.Pending change = changes.before(TRACKED, id, task.customerId());
        tasks.delete(task);
        long logged = change.deleted();
        refresh(task.customerId());
        return logged;
    }

    /** The logging of an interaction was undone: its next step goes with it, unless it has been worked on since. */
    void withdrawNextStepsOf(long interactionId) {
        for (Task task : tasks.findByInteractionId(interactionId)) {
            if (task.version() == 0) {
                delete(task.id());
            }
        }
    }

    private long change(long id, Consumer<Task> verb) {
        Task task = get(id);
        Long before = task.customerId();
        ChangeLog.Pending change = changes.before(TRACKED, id, before);
        verb.accept(task);
        long logged = change.changed();
        refresh(before, task.customerId());
        return logged;
    }

    private void requireKnown(@Nullable Long customerId) {
        if (customerId != null) {
            customers.require(customerId);
        }
    }

    private static void requireVersion(Task task, @Nullable Integer version) {
        if (version != null && version != task.version()) {
            throw new OptimisticLockingFailureException("task " + task.id());
        }
    }

    private Task get(long id) {
        return tasks.findById(id).orElseThrow(() -> new NotFound("task", id));
    }

    private void refresh(@Nullable Long... customerIds) {
        Set<Long> known = new LinkedHashSet<>();
        for (Long id : customerIds) {
            if (id != null) {
                known.add(id);
            }
        }
        if (!known.isEmpty()) {
            summaries.refresh(TaskSummary.class, known);
        }
    }
}

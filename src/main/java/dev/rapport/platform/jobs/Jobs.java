package dev.rapport.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks for work, and says how a module declares it: a bean made by {@link #recurring} or {@link #once}. A run that its
 * process did not live to end begins anew, so each must bear to be run twice. In tests nothing runs by itself.
 */
@Component
public class Jobs {
    private static final int TRIES = 3;

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    /** Looked up late: the scheduler holds the jobs, and the services they call ask for work here. */
    Jobs(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Runs on {@code schedule}, at once where its moment passed while nothing ran; after a failure at its next time. */
    public static RecurringTask<Void> recurring(String name, Schedule schedule, Runnable work) {
        return Tasks.recurring(name, schedule).execute((instance, context) -> work.run());
    }

    /** Runs when asked for by {@link #soon}, with the key given there; tried three times where it fails. */
    public static OneTimeTask<Void> once(String name, Consumer<String> work) {
        return Tasks.oneTime(name)
                .onFailure(new MaxRetriesFailureHandler<>(
                        TRIES, new ExponentialBackoffFailureHandler<>(Duration.ofMinutes(1))))
                .execute((instance, context) -> work.accept(instance.getId()));
    }

    /**
     * Has {@code task} run for {@code key} within seconds of the commit of the current transaction.
     *
     * @return whether it was added; false where it already waits or runs
     */
    public boolean soon(OneTimeTask<Void> task, String key) {
        return scheduler.getObject().scheduleIfNotExists(task.instance(key), clock.instant());
    }

    /** Takes up a changed schedule, which otherwise begins to count after the next run. */
    public void reschedule(RecurringTask<Void> task, Schedule schedule) {
        TaskInstanceId instance = task.getDefaultTaskInstance();
        SchedulerClient client = scheduler.getObject();
        client.getScheduledExecution(instance)
                .filter(execution -> !execution.isPicked())
                .ifPresent(execution -> client.reschedule(instance, first(schedule)));
    }

    private Instant first(Schedule schedule) {
        return schedule.getInitialExecutionTime(clock.instant());
    }
}

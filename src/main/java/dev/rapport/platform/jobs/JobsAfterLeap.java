package dev.rapport.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings back what a clock that ran ahead put off: a nightly job that ran a year too early would be next due in a year.
 * The pause between two looks is counted by the machine, not by its clock.
 */
@Component
@ConditionalOnProperty(name = "rapport.jobs", havingValue = "on", matchIfMissing = true)
class JobsAfterLeap {
    private static final Logger LOG = LoggerFactory.getLogger(JobsAfterLeap.class);

    /** What is asked for runs at once, or is tried again within minutes. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final SchedulerClient scheduler;
    private final ObjectProvider<RecurringTask<?>> recurring;
    private final ObjectProvider<OneTimeTask<?>> asked;
    private final JdbcClient jdbc;
    private final Clock clock;

    JobsAfterLeap(
            SchedulerClient scheduler,
            ObjectProvider<RecurringTask<?>> recurring,
            ObjectProvider<OneTimeTask<?>> asked,
            JdbcClient jdbc,
            Clock clock) {
        this.scheduler = scheduler;
        this.recurring = recurring;
        this.asked = asked;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void bringBack() {
        recurring.forEach(this::bringBack);
        asked.forEach(this::bringBack);
    }

    /** As at a start: due earlier by its schedule than it stands there, it is moved. */
    void bringBack(RecurringTask<?> task) {
        try {
            task.onStartup(scheduler, clock::instant);
        } catch (RuntimeException runsNow) {
            LOG.debug("{} stays as it is", task.getName(), runsNow);
        }
    }

    void bringBack(OneTimeTask<?> task) {
        Instant now = clock.instant();
        jdbc.sql("""
                        UPDATE scheduled_tasks SET execution_time = :now, version = version + 1
                        WHERE task_name = :task AND NOT picked AND execution_time > :latest""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("latest", now.plus(LONGEST_WAIT).atOffset(ZoneOffset.UTC))
                .param("task", task.getName())
                .update();
    }
}

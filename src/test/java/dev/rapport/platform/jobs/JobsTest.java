package dev.rapport.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.rapport.testing.DatabaseTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class JobsTest {
    private static final int WORK = 20;

    @Autowired
    private DataSource database;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final CountDownLatch all = new CountDownLatch(WORK);
    private final OneTimeTask<Void> task = Jobs.once("count", key -> {
        done.add(key);
        all.countDown();
    });

    private Scheduler instance(String name) {
        return Scheduler.create(database, task)
                .schedulerName(() -> name)
                .tableName("scheduled_tasks")
                .threads(1)
                .pollingInterval(Duration.ofMillis(20))
                .build();
    }

    @Test
    void runsEachOnceHoweverManyInstancesThereAre() throws InterruptedException {
        IntStream.range(0, WORK).forEach(number -> jobs.soon(task, "nr " + number));
        Scheduler one = instance("one");
        Scheduler two = instance("two");
        one.start();
        two.start();
        boolean ended = all.await(60, TimeUnit.SECONDS);
        one.stop();
        two.stop();

        assertThat(ended).isTrue();
        assertThat(done).hasSize(WORK).doesNotHaveDuplicates();
        assertThat(one.getScheduledExecutions()).isEmpty();
    }

    @Test
    void asksOnceForWhatAlreadyWaits() {
        assertThat(jobs.soon(task, "same")).isTrue();
        assertThat(jobs.soon(task, "same")).isFalse();
    }

    @Test
    void standsOrFallsWithTheTransactionThatAsks() {
        transaction.executeWithoutResult(status -> {
            jobs.soon(task, "never");
            status.setRollbackOnly();
        });

        assertThat(jobs.soon(task, "never")).isTrue();
    }

    @Test
    void bringsBackWhatAClockThatRanAheadPutOff() {
        RecurringTask<Void> often = Jobs.recurring("often", FixedDelay.of(Duration.ofHours(1)), () -> {});
        Scheduler scheduler = Scheduler.create(database, task, often)
                .tableName("scheduled_tasks")
                .build();
        Instant nextYear = clock.instant().plus(Duration.ofDays(365));
        scheduler.schedule(often.instance(RecurringTask.INSTANCE), nextYear);
        scheduler.schedule(task.instance("asked"), nextYear);

        JobsAfterLeap leap = new JobsAfterLeap(scheduler, none(), none(), jdbc, clock);
        leap.bringBack(often);
        leap.bringBack(task);

        assertThat(scheduler.getScheduledExecutions())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.getExecutionTime())
                        .isBefore(clock.instant().plus(Duration.ofDays(1))));
    }

    private static <T> ObjectProvider<T> none() {
        return new StaticListableBeanFactory().getBeanProvider(ResolvableType.forClass(RecurringTask.class));
    }
}

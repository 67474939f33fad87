package dev.rapport.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The library's own starter (16.7) still looks for Boot 3's classes and makes no scheduler under Boot 4. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    /** A program that was killed is missed after 80 seconds; its jobs then begin anew. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private static final int MISSED_HEARTBEATS = 4;

    @Bean(destroyMethod = "stop")
    @DependsOnDatabaseInitialization
    Scheduler scheduler(
            DataSource database, ObjectProvider<OneTimeTask<?>> asked, ObjectProvider<RecurringTask<?>> recurring) {
        return Scheduler.create(
                        new TransactionAwareDataSourceProxy(database),
                        List.copyOf(asked.stream().toList()))
                .startTasks(recurring.stream().toList())
                .tableName("scheduled_tasks")
                .threads(2)
                .pollingInterval(Duration.ofSeconds(5))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .enableImmediateExecution()
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    @Bean
    @ConditionalOnProperty(name = "rapport.jobs", havingValue = "on", matchIfMissing = true)
    ApplicationListener<ApplicationReadyEvent> startsTheJobs(Scheduler scheduler) {
        return ready -> scheduler.start();
    }
}

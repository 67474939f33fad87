package dev.rapport.metrics.overtime;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Tracked;
import dev.rapport.platform.jobs.DailyAt;
import dev.rapport.platform.jobs.Jobs;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps what was shown, each night of the founder's before the archive of that night is written. */
@Configuration(proxyBeanMethods = false)
class OverTimeConfiguration {

    private static final LocalTime AT = LocalTime.of(2, 20);

    @Bean
    RecurringTask<Void> nightlySnapshot(Snapshots snapshots, BusinessSettings business) {
        return Jobs.recurring("snapshot-figures", new DailyAt(() -> AT, business), snapshots::nightly);
    }

    @Bean
    OneTimeTask<Void> snapshotFiguresNow(Snapshots snapshots) {
        return Jobs.once("snapshot-figures-now", today -> snapshots.take());
    }

    @Bean
    Tracked trackedGoal() {
        return Goals.GOAL;
    }
}

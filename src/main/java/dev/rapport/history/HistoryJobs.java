package dev.rapport.history;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.ClockTrust;
import dev.rapport.platform.jobs.DailyAt;
import dev.rapport.platform.jobs.Jobs;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HistoryJobs {
    private static final LocalTime AT_NIGHT = LocalTime.of(4, 10);

    @Bean
    RecurringTask<Void> binPurge(Bin bin, BusinessSettings business, ClockTrust clock) {
        return Jobs.recurring("bin-purge", new DailyAt(() -> AT_NIGHT, business), () -> clock.unlessLeapt(bin::purge));
    }
}

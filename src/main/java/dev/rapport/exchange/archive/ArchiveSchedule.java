package dev.rapport.exchange.archive;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.jobs.DailyAt;
import dev.rapport.platform.jobs.Jobs;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ArchiveSchedule {
    @Bean
    DailyAt archiveHour(ArchiveRuns runs, BusinessSettings business) {
        return new DailyAt(() -> LocalTime.of(runs.settings().hour(), 0), business);
    }

    @Bean
    RecurringTask<Void> nightlyArchive(DailyAt archiveHour, ArchiveService archives) {
        return Jobs.recurring("archive", archiveHour, archives::nightly);
    }

    @Bean
    OneTimeTask<Void> missedArchive(ArchiveService archives) {
        return Jobs.once("archive-missed", key -> archives.makeUpForANight());
    }
}

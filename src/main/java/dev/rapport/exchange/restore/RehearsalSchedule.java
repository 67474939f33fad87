package dev.rapport.exchange.restore;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.jobs.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RehearsalSchedule {
    /** After the archive of the night. */
    private static final int HOUR = 5;

    @Bean
    RecurringTask<Void> monthlyRehearsal(Rehearsals rehearsals, BusinessSettings business) {
        return Jobs.recurring("rehearsal", new Monthly(HOUR, business), rehearsals::rehearse);
    }
}

package dev.rapport.metrics.prepared;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.jobs.DailyAt;
import dev.rapport.platform.jobs.Jobs;
import java.time.LocalTime;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Prepares the numbers of a day once it has begun, and after each start: what was worked out isn't stored. */
@Configuration(proxyBeanMethods = false)
class PreparedConfiguration {

    private static final LocalTime MORNING = LocalTime.of(0, 10);

    @Bean
    RecurringTask<Void> prepareNumbers(PreparedAhead ahead, BusinessSettings business) {
        return Jobs.recurring("prepare-numbers", new DailyAt(() -> MORNING, business), ahead::prepare);
    }

    @Bean
    OneTimeTask<Void> prepareNumbersAgain(PreparedAhead ahead) {
        return Jobs.once("prepare-numbers-again", start -> ahead.prepare());
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> preparedAfterStart(
            Preparations preparations, Jobs jobs, OneTimeTask<Void> prepareNumbersAgain) {
        return event -> {
            if (preparations.looked()) {
                jobs.soon(prepareNumbersAgain, "start");
            }
        };
    }
}

package dev.rapport.metrics;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Tracked;
import dev.rapport.platform.jobs.Jobs;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Refits in the background: on changed data and on a new day by itself, and for the day that a page asks about. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    @Bean
    OneTimeTask<Void> fitModels(Fits fits, BusinessSettings business) {
        return Jobs.once("fit-models", day -> fits.prepare(LocalDate.parse(day), Horizon.of(business)));
    }

    @Bean
    Tracked trackedAcquisitionCost() {
        return AcquisitionCosts.COST;
    }

    @Bean
    Tracked trackedChartNote() {
        return ChartNotes.NOTE;
    }

    @Bean
    RecurringTask<Void> keepModelsFitted(Fits fits, BusinessSettings business) {
        return Jobs.recurring(
                "keep-models-fitted", FixedDelay.of(PAUSE), () -> fits.prepare(business.today(), Horizon.of(business)));
    }

    @Bean
    RecurringTask<Void> addUpFactChanges(FactVersionQuery versions) {
        return Jobs.recurring("add-up-fact-changes", FixedDelay.of(PAUSE), versions::addUp);
    }
}

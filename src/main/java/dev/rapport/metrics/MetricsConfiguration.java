package dev.rapport.metrics;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.rapport.metrics.acquisition.AcquisitionCosts;
import dev.rapport.metrics.note.ChartNotes;
import dev.rapport.metrics.predictive.Fits;
import dev.rapport.metrics.predictive.Horizon;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Tracked;
import dev.rapport.platform.jobs.DailyAt;
import dev.rapport.platform.jobs.Jobs;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Refits in the background: on changed data and on a new day by itself, and for the day that a page asks about. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final LocalTime EVENING = LocalTime.of(23, 0);

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

    @Bean
    OneTimeTask<Void> countDashboardAgain(Boards boards) {
        return Jobs.once("count-dashboard-again", scope -> boards.of(BoardScope.of(scope)));
    }

    @Bean
    RecurringTask<Void> keepDashboardsUp(Boards boards) {
        return Jobs.recurring("keep-dashboards-up", FixedDelay.of(PAUSE), boards::keepUp);
    }

    /** Before the day begins; after a night switched off, for the day that has. */
    @Bean
    RecurringTask<Void> prepareDashboards(Dashboards dashboards, BusinessSettings business) {
        return Jobs.recurring("prepare-dashboards", new DailyAt(() -> EVENING, business), () -> {
            dashboards.prepare(business.today());
            dashboards.prepare(business.today().plusDays(1));
        });
    }
}

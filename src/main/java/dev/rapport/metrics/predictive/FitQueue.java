package dev.rapport.metrics.predictive;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.jobs.Jobs;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Asks for fits that pages will show when they are ready. */
@Service
public class FitQueue {

    private final Jobs jobs;
    private final OneTimeTask<Void> fitModels;
    private final FitStore store;
    private final BusinessSettings business;

    FitQueue(Jobs jobs, OneTimeTask<Void> fitModels, FitStore store, BuyerQuery buyers, BusinessSettings business) {
        this.jobs = jobs;
        this.fitModels = fitModels;
        this.store = store;
        this.business = business;
    }

    /** Has the day fitted in the background unless that is done; says whether it was needed. */
    public boolean ask(LocalDate asOf) {
        boolean ready = store.ready(asOf, Horizon.of(business));
        if (!ready) {
            jobs.soon(fitModels, asOf.toString());
        }
        return !ready;
    }
}

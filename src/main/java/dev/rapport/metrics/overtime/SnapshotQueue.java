package dev.rapport.metrics.overtime;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import dev.rapport.platform.jobs.Jobs;
import org.springframework.stereotype.Service;

/** Has today's snapshot taken in the background. */
@Service
public class SnapshotQueue {

    private final Jobs jobs;
    private final OneTimeTask<Void> snapshotFiguresNow;

    SnapshotQueue(Jobs jobs, OneTimeTask<Void> snapshotFiguresNow) {
        this.jobs = jobs;
        this.snapshotFiguresNow = snapshotFiguresNow;
    }

    public void ask() {
        jobs.soon(snapshotFiguresNow, "today");
    }
}

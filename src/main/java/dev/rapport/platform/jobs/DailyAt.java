package dev.rapport.platform.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.rapport.platform.BusinessSettings;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.function.Supplier;

/** Once a day at an hour of the founder's, both read anew each day: zone and hour are settings. */
public record DailyAt(Supplier<LocalTime> time, BusinessSettings business) implements Schedule {
    @Override
    public Instant getNextExecutionTime(ExecutionComplete done) {
        return after(done.getTimeDone());
    }

    @Override
    public Instant getInitialExecutionTime(Instant now) {
        return after(now);
    }

    /** Else a restart after the hour would move a run that was missed to tomorrow. */
    @Override
    public boolean isDeterministic() {
        return false;
    }

    private Instant after(Instant moment) {
        ZonedDateTime here = moment.atZone(business.zone());
        ZonedDateTime today = here.with(time.get());
        return (today.isAfter(here)
                        ? today
                        : here.toLocalDate().plusDays(1).atTime(time.get()).atZone(business.zone()))
                .toInstant();
    }
}

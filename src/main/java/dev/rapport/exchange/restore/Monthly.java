package dev.rapport.exchange.restore;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.rapport.platform.BusinessSettings;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** On the first day of each month of the founder's, some hours after midnight. */
record Monthly(int hour, BusinessSettings business) implements Schedule {
    @Override
    public Instant getNextExecutionTime(ExecutionComplete done) {
        return after(done.getTimeDone());
    }

    @Override
    public Instant getInitialExecutionTime(Instant now) {
        return after(now);
    }

    @Override
    public boolean isDeterministic() {
        return false;
    }

    private Instant after(Instant moment) {
        ZonedDateTime here = moment.atZone(business.zone());
        ZonedDateTime thisMonth =
                here.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS).withHour(hour);
        return (thisMonth.isAfter(here) ? thisMonth : thisMonth.plusMonths(1)).toInstant();
    }
}

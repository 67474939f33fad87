package dev.rapport.task;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Until when a follow-up is put off: counted from today, however late it is. */
public enum Snooze {
    TOMORROW,
    NEXT_WEEK;

    /** Next week is its Monday. */
    public LocalDate from(LocalDate today) {
        return this == TOMORROW ? today.plusDays(1) : today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}

package dev.rapport.interaction.web;

import dev.rapport.interaction.TimelineFilter;
import dev.rapport.interaction.TimelineRow;
import dev.rapport.platform.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stretch of a customer's timeline, by days. */
public record TimelineView(
        long customerId,
        String filter,
        List<TimelineDay> days,
        @Nullable String next) {
    private static final List<String> FILTERS =
            Stream.of(TimelineFilter.values()).map(TimelineFilter::code).toList();

    /** @param shown the day that the page above ended with */
    static TimelineView of(
            long customerId,
            TimelineFilter filter,
            Slice<TimelineRow> rows,
            ZoneId zone,
            Instant now,
            @Nullable LocalDate shown) {
        List<TimelineDay> days = new ArrayList<>();
        List<TimelineItem> items = new ArrayList<>();
        LocalDate day = shown;
        boolean headed = false;
        for (TimelineRow row : rows.items()) {
            LocalDate own = row.day(zone);
            if (!own.equals(day)) {
                close(days, day, headed, items);
                items = new ArrayList<>();
                day = own;
                headed = true;
            }
            items.add(TimelineItem.of(row, now));
        }
        close(days, day, headed, items);
        return new TimelineView(customerId, filter.code(), List.copyOf(days), rows.next());
    }

    private static void close(
            List<TimelineDay> days, @Nullable LocalDate day, boolean headed, List<TimelineItem> items) {
        if (day != null && !items.isEmpty()) {
            days.add(new TimelineDay(day, headed, List.copyOf(items)));
        }
    }

    public List<String> filters() {
        return FILTERS;
    }

    public boolean empty() {
        return days.isEmpty();
    }

    public @Nullable LocalDate lastDay() {
        return days.isEmpty() ? null : days.get(days.size() - 1).date();
    }
}

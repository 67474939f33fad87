package dev.rapport.interaction.web;

import dev.rapport.interaction.TimelineFilter;
import dev.rapport.interaction.TimelineSearch;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Cursor;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a timeline shows. */
@Component
class TimelinePages {
    private static final int ROWS = 30;
    private final TimelineSearch search;
    private final BusinessSettings business;
    private final Clock clock;

    TimelinePages(TimelineSearch search, BusinessSettings business, Clock clock) {
        this.search = search;
        this.business = business;
        this.clock = clock;
    }

    TimelineView read(long customerId, TimelineFilter filter, @Nullable Cursor after, @Nullable LocalDate shown) {
        return TimelineView.of(
                customerId,
                filter,
                search.ofCustomer(customerId, filter, ROWS, after),
                business.zone(),
                clock.instant(),
                shown);
    }
}

package dev.rapport.metrics;

import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Span;
import dev.rapport.platform.BusinessSettings;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lifetime value where nothing is predicted: definition 2, by the retention of the 12 months to the day. */
@Component
public class DiscountedValue {

    private final LifetimeValues values;
    private final CustomerBaseQuery customers;
    private final BusinessSettings business;

    DiscountedValue(LifetimeValues values, CustomerBaseQuery customers, BusinessSettings business) {
        this.values = values;
        this.customers = customers;
        this.business = business;
    }

    public Figure of(LocalDate day, CustomerGroup group) {
        Span year = Span.yearTo(day);
        Figure retention = customers
                .on(List.of(year.dayBefore(), year.to()), business.churnDays(), group)
                .retention(year)
                .retention();
        return values.headline(day, retention, group);
    }
}

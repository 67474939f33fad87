package dev.rapport.metrics.predictive;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the models say of some customers, by the fit of a day. */
public record CustomerWorths(LocalDate fitted, int months, Map<Long, CustomerValue> values) {

    /** Null for who has bought nothing. */
    public @Nullable CustomerValue of(long customer) {
        return values.get(customer);
    }
}

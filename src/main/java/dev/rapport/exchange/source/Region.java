package dev.rapport.exchange.source;

import java.time.ZoneId;
import java.util.Set;

/** Where the business is: the zone of times without one, and the date order where a file leaves it open. */
public record Region(ZoneId zone, String country) {
    private static final Set<String> MONTH_FIRST = Set.of("US", "PH", "PR", "GU", "VI", "AS", "MP", "FM", "MH", "PW");

    boolean monthFirst() {
        return MONTH_FIRST.contains(country);
    }
}

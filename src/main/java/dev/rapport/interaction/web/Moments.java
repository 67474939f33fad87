package dev.rapport.interaction.web;

import dev.rapport.platform.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A moment as the API takes it: with an offset, else in the founder's zone; a day alone is its noon. */
final class Moments {
    private Moments() {}

    static Instant parse(String text, ZoneId zone) {
        String moment = text.strip();
        try {
            if (moment.indexOf('T') < 0 && moment.indexOf('t') < 0) {
                return LocalDate.parse(moment)
                        .atTime(LocalTime.NOON)
                        .atZone(zone)
                        .toInstant();
            }
            return isLocal(moment)
                    ? LocalDateTime.parse(moment).atZone(zone).toInstant()
                    : OffsetDateTime.parse(moment).toInstant();
        } catch (DateTimeException e) {
            throw new Refused("occurredAt", "interaction.refused.when");
        }
    }

    private static boolean isLocal(String moment) {
        String time = moment.substring(Math.max(moment.indexOf('T'), moment.indexOf('t')));
        return time.indexOf('Z') < 0 && time.indexOf('z') < 0 && time.indexOf('+') < 0 && time.indexOf('-') < 0;
    }
}

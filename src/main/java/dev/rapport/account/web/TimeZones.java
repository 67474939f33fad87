package dev.rapport.account.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** The time zones that people live in and their countries (zone.tab of the tz database, public domain). */
final class TimeZones {
    private static final List<Zone> ALL = read();

    /** A zone as a select field offers it. */
    record Zone(String id, String country) {
        String label(Instant now) {
            String offset = ZoneId.of(id).getRules().getOffset(now).getId();
            return id.replace('_', ' ') + " (UTC" + (offset.equals("Z") ? "" : offset) + ")";
        }
    }

    /** {@code country} lets the page propose the country from the zone. */
    record Option(String value, String label, String country) {}

    private TimeZones() {}

    static List<Option> options(Instant now) {
        return ALL.stream()
                .map(zone -> new Option(zone.id(), zone.label(now), zone.country()))
                .sorted(Comparator.comparing(Option::value))
                .toList();
    }

    /** The country's first: where its capital or most of its people are. */
    static Optional<String> mainOf(String country) {
        return ALL.stream()
                .filter(zone -> zone.country().equals(country))
                .map(Zone::id)
                .findFirst();
    }

    private static List<Zone> read() {
        Set<String> known = ZoneId.getAvailableZoneIds();
        List<Zone> zones = new ArrayList<>(List.of(new Zone("UTC", "")));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("account/zones.txt").getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> new Zone(line.substring(3), line.substring(0, 2)))
                    .filter(zone -> known.contains(zone.id()))
                    .forEach(zones::add);
            return List.copyOf(zones);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

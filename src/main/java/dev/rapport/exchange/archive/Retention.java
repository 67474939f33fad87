package dev.rapport.exchange.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which archives stay. Of the nightly ones the last of each of 7 days and of each of 4 weeks, counting days and weeks that
 * have one: whoever was away for a month comes back to the same eleven. Of those made before a migration 3, of those asked
 * for 5.
 */
final class Retention {
    private static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final int MIGRATIONS = 3;
    private static final int DEMANDS = 5;

    private Retention() {}

    record Kept(String fileName, Instant madeAt, ArchiveReason reason) {}

    /** File names of those that can go. The newest of all never is among them. */
    static Set<String> expendable(Collection<Kept> archives, ZoneId zone) {
        List<Kept> newestFirst = new ArrayList<>(archives);
        newestFirst.sort(
                Comparator.comparing(Kept::madeAt).thenComparing(Kept::fileName).reversed());
        Set<String> stay = new HashSet<>();
        newestFirst.stream().limit(1).map(Kept::fileName).forEach(stay::add);
        keepOneOfEach(newestFirst, ArchiveReason.NIGHTLY, archive -> day(archive, zone), DAYS, stay);
        keepOneOfEach(newestFirst, ArchiveReason.NIGHTLY, archive -> week(day(archive, zone)), WEEKS, stay);
        keepOneOfEach(newestFirst, ArchiveReason.MIGRATION, Kept::fileName, MIGRATIONS, stay);
        keepOneOfEach(newestFirst, ArchiveReason.DEMAND, Kept::fileName, DEMANDS, stay);
        Set<String> go = new HashSet<>();
        newestFirst.stream()
                .map(Kept::fileName)
                .filter(name -> !stay.contains(name))
                .forEach(go::add);
        return go;
    }

    private static void keepOneOfEach(
            List<Kept> newestFirst, ArchiveReason reason, Function<Kept, Object> span, int spans, Set<String> stay) {
        Set<Object> seen = new HashSet<>();
        for (Kept archive : newestFirst) {
            if (archive.reason() == reason && seen.size() < spans && seen.add(span.apply(archive))) {
                stay.add(archive.fileName());
            }
        }
    }

    private static LocalDate day(Kept archive, ZoneId zone) {
        return LocalDate.ofInstant(archive.madeAt(), zone);
    }

    private static String week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}

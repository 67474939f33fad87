package dev.rapport.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.exchange.archive.Retention.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    /** A Monday. */
    private static final LocalDate LAST = LocalDate.of(2026, 11, 23);

    private static Kept at(String moment, ArchiveReason reason) {
        return new Kept(moment, Instant.parse(moment), reason);
    }

    private static Kept night(LocalDate day) {
        return new Kept(day.toString(), day.atTime(3, 0).atZone(ROME).toInstant(), ArchiveReason.NIGHTLY);
    }

    private static List<String> staying(List<Kept> archives) {
        Set<String> go = Retention.expendable(archives, ROME);
        return archives.stream()
                .map(Kept::fileName)
                .filter(name -> !go.contains(name))
                .sorted()
                .toList();
    }

    @Test
    void keepsSevenDaysAndFourWeeks() {
        List<Kept> nights = new ArrayList<>(Stream.iterate(LAST, day -> day.minusDays(1))
                .limit(60)
                .map(RetentionTest::night)
                .toList());
        Collections.shuffle(nights, new Random(1));

        assertThat(staying(nights))
                .containsExactly(
                        "2026-11-08",
                        "2026-11-15",
                        "2026-11-17",
                        "2026-11-18",
                        "2026-11-19",
                        "2026-11-20",
                        "2026-11-21",
                        "2026-11-22",
                        "2026-11-23");
    }

    @Test
    void countsOnlyDaysAndWeeksThatHaveOne() {
        List<Kept> everySecondMonth = Stream.iterate(LAST, day -> day.minusMonths(2))
                .limit(8)
                .map(RetentionTest::night)
                .toList();

        assertThat(staying(everySecondMonth)).hasSize(7).doesNotContain("2025-09-23");
    }

    @Test
    void keepsTheLastOfADayOfTheFounder() {
        // 23:30 and 00:30 in Rome are two days, in UTC one
        assertThat(staying(List.of(
                        at("2026-11-20T22:30:00Z", ArchiveReason.NIGHTLY),
                        at("2026-11-20T23:30:00Z", ArchiveReason.NIGHTLY),
                        at("2026-11-21T02:00:00Z", ArchiveReason.NIGHTLY))))
                .containsExactly("2026-11-20T22:30:00Z", "2026-11-21T02:00:00Z");
    }

    @Test
    void keepsThreeBeforeMigrationsAndFiveAskedFor() {
        List<Kept> archives = new ArrayList<>();
        for (int day = 10; day < 20; day++) {
            archives.add(at("2026-11-" + day + "T10:00:00Z", ArchiveReason.DEMAND));
            archives.add(at("2026-11-" + day + "T11:00:00Z", ArchiveReason.MIGRATION));
        }

        assertThat(staying(archives))
                .containsExactly(
                        "2026-11-15T10:00:00Z",
                        "2026-11-16T10:00:00Z",
                        "2026-11-17T10:00:00Z",
                        "2026-11-17T11:00:00Z",
                        "2026-11-18T10:00:00Z",
                        "2026-11-18T11:00:00Z",
                        "2026-11-19T10:00:00Z",
                        "2026-11-19T11:00:00Z");
    }

    @Test
    void neverDropsTheOnlyOne() {
        for (ArchiveReason reason : ArchiveReason.values()) {
            assertThat(staying(List.of(at("2020-01-01T03:00:00Z", reason)))).hasSize(1);
        }
        assertThat(staying(List.of())).isEmpty();
    }
}

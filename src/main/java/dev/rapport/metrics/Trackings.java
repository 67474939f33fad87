package dev.rapport.metrics;

import dev.rapport.metrics.BuyerQuery.Arrivals;
import dev.rapport.metrics.Tracking.Week;
import dev.rapport.metrics.model.BgNbd;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds a fit of then against what came after. */
@Service
@Transactional(readOnly = true)
public class Trackings {

    private static final int WEEK = 7;
    /** As long as the published example, or half of what there is. */
    private static final int HELD_OUT = 39 * WEEK;

    private final FitStore store;
    private final BuyerQuery buyers;

    Trackings(FitStore store, BuyerQuery buyers) {
        this.store = store;
        this.buyers = buyers;
    }

    /** Where to end the calibration, so that enough is left to hold it against; empty with less than three weeks of data. */
    public Optional<LocalDate> calibration(LocalDate asOf) {
        LocalDate first = buyers.firstDay();
        if (first == null || ChronoUnit.DAYS.between(first, asOf) < 3 * WEEK) {
            return Optional.empty();
        }
        return Optional.of(asOf.minusDays(Math.min(HELD_OUT, (ChronoUnit.DAYS.between(first, asOf) + 1) / 2)));
    }

    /** Empty while there is no fit of that very day, or where nothing could be fitted. */
    public Optional<Tracking> of(LocalDate calibration, LocalDate asOf) {
        return store.latest(calibration)
                .filter(fit -> fit.asOf().equals(calibration))
                .map(StoredFit::buying)
                .map(model -> of(model, calibration, asOf));
    }

    private Tracking of(BgNbd model, LocalDate calibration, LocalDate asOf) {
        List<Arrivals> arrivals = buyers.arrivals(asOf).stream()
                .filter(day -> !day.day().isAfter(calibration))
                .toList();
        LocalDate start = arrivals.get(0).day();
        Map<Integer, Long> seen = buyers.repeats(start, calibration, asOf).stream()
                .collect(Collectors.toMap(BuyerQuery.Week::week, BuyerQuery.Week::repeats));
        int days = (int) ChronoUnit.DAYS.between(start, asOf);
        double[] expected = new double[days + 1];
        for (int day = 0; day <= days; day++) {
            expected[day] = model.expectedOfNew(day / (double) WEEK);
        }
        List<Week> weeks = new ArrayList<>();
        long sum = 0;
        for (int week = 1; (week - 1) * WEEK < days; week++) {
            int end = Math.min(days, week * WEEK);
            sum += seen.getOrDefault(week, 0L);
            weeks.add(new Week(start.plusDays(end), sum, until(arrivals, start, end, expected)));
        }
        int calibrated = (int) ChronoUnit.DAYS.between(start, calibration);
        return new Tracking(
                calibration,
                List.copyOf(weeks),
                buyers.repeatsBetween(calibration, asOf),
                until(arrivals, start, days, expected) - until(arrivals, start, calibrated, expected));
    }

    private static double until(List<Arrivals> arrivals, LocalDate start, int day, double[] expected) {
        double sum = 0;
        for (Arrivals some : arrivals) {
            int age = day - (int) ChronoUnit.DAYS.between(start, some.day());
            sum += age <= 0 ? 0 : some.customers() * expected[age];
        }
        return sum;
    }
}

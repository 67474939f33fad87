package dev.rapport.metrics.predictive;

import dev.rapport.metrics.Lately;
import dev.rapport.metrics.model.BgNbd;
import dev.rapport.metrics.predictive.BuyerQuery.Bought;
import dev.rapport.metrics.predictive.Tracking.Week;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds a fit of then against what came after. */
@Service
@Transactional(readOnly = true)
public class Trackings {

    private static final int WEEK = 7;
    /** As long as the published example, or half of what there is. */
    private static final int HELD_OUT = 39 * WEEK;

    private record Question(LocalDate calibration, LocalDate asOf, long dataVersion) {}

    private final FitStore store;
    private final BuyerQuery buyers;
    private final Lately<Question, List<Bought>> known = new Lately<>();

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
        List<Bought> bought =
                known.of(new Question(calibration, asOf, buyers.dataVersion()), () -> buyers.daysOf(calibration, asOf));
        LocalDate start = bought.get(0).day();
        int days = (int) ChronoUnit.DAYS.between(start, asOf);
        double[] expected = new double[days + 1];
        for (int day = 0; day <= days; day++) {
            expected[day] = model.expectedOfNew(day / (double) WEEK);
        }
        List<Week> weeks = new ArrayList<>();
        for (int week = 1; (week - 1) * WEEK < days; week++) {
            int end = Math.min(days, week * WEEK);
            LocalDate last = start.plusDays(end);
            weeks.add(new Week(last, again(bought, start.minusDays(1), last), until(bought, start, end, expected)));
        }
        int calibrated = (int) ChronoUnit.DAYS.between(start, calibration);
        return new Tracking(
                calibration,
                List.copyOf(weeks),
                again(bought, calibration, asOf),
                until(bought, start, days, expected) - until(bought, start, calibrated, expected));
    }

    private static long again(List<Bought> bought, LocalDate after, LocalDate until) {
        return bought.stream()
                .filter(each -> each.day().isAfter(after) && !each.day().isAfter(until))
                .mapToLong(Bought::again)
                .sum();
    }

    private static double until(List<Bought> bought, LocalDate start, int day, double[] expected) {
        double sum = 0;
        for (Bought some : bought) {
            int age = day - (int) ChronoUnit.DAYS.between(start, some.day());
            sum += age <= 0 ? 0 : some.came() * expected[age];
        }
        return sum;
    }
}

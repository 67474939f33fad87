package dev.rapport.metrics.overtime;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.Dashboards;
import dev.rapport.metrics.Extent;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.Period;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Span;
import dev.rapport.metrics.predictive.FitStore;
import dev.rapport.metrics.predictive.Horizon;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Slice;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Keeps what figures were shown as, and holds it against what is known now. A night that was missed stays a gap: what its day
 * showed can't be known any more.
 */
@Service
public class Snapshots {

    private static final List<Integer> DAYS_BACK = List.of(0, 7, 30, 90);

    private final Dashboards dashboards;
    private final RememberedFigures figures;
    private final SnapshotQuery store;
    private final GoalQuery goals;
    private final FitStore fits;
    private final BusinessSettings business;
    private final Clock clock;

    Snapshots(
            Dashboards dashboards,
            RememberedFigures figures,
            SnapshotQuery store,
            GoalQuery goals,
            FitStore fits,
            BusinessSettings business,
            Clock clock) {
        this.dashboards = dashboards;
        this.figures = figures;
        this.store = store;
        this.goals = goals;
        this.fits = fits;
        this.business = business;
        this.clock = clock;
    }

    /** Of the day that has just ended. */
    void nightly() {
        take(business.today().minusDays(1));
    }

    /** Of today so far; the night's takes its place. */
    public List<Snapshot> take() {
        return take(business.today());
    }

    List<Snapshot> take(LocalDate day) {
        return take(day, clock.instant());
    }

    /** As the facts have it, under a moment of that time: for a business that is made up. */
    public List<Snapshot> take(LocalDate day, Instant moment) {
        List<Subject> subjects = Stream.concat(
                        Stream.of(Metric.values()).map(metric -> new Subject(metric, CustomerGroup.EVERYBODY)),
                        goals.subjects().stream())
                .distinct()
                .toList();
        return keep(subjects, day, moment);
    }

    /** The figures as the dashboard shows them at first; of a business without facts it shows none. */
    private List<Snapshot> keep(List<Subject> subjects, LocalDate day, Instant moment) {
        Extent extent = dashboards.extent();
        if (!extent.figures()) {
            return List.of();
        }
        Span span = Period.of(null, false, extent, day).span();
        RememberedFigures.Reading reading = figures.now();
        Instant over = day.plusDays(1).atStartOfDay(business.zone()).toInstant();
        List<Snapshot> taken = new ArrayList<>();
        for (Subject subject : subjects) {
            Figure figure = reading.figure(subject.metric(), new Scope(span, span.to(), subject.group()));
            store.save(subject, day, figure, reading.settings(), reading.version(), moment, over)
                    .ifPresent(taken::add);
        }
        return List.copyOf(taken);
    }

    /** Of one figure today so far, for who has just begun to follow it. */
    void keep(Subject subject) {
        keep(List.of(subject), business.today(), clock.instant());
    }

    /** The latest first; of one figure or of all. */
    public Slice<Snapshot> list(
            @Nullable Metric metric,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int limit,
            @Nullable Cursor after) {
        return store.list(new SnapshotQuery.Wanted(metric == null ? null : metric.code(), from, to), limit, after);
    }

    public List<Recomputed> recomputed(List<Snapshot> snapshots) {
        if (snapshots.isEmpty()) {
            return List.of();
        }
        RememberedFigures.Reading reading = figures.now();
        return snapshots.stream().map(each -> recomputed(each, reading)).toList();
    }

    /** What the figure stood at the evening before the day, and some time earlier; the latest first. */
    public List<Snapshot> before(Metric metric, LocalDate day) {
        LocalDate last = day.isBefore(business.today()) ? day : business.today().minusDays(1);
        return store.upTo(
                metric,
                CustomerGroup.EVERYBODY,
                DAYS_BACK.stream().map(last::minusDays).toList());
    }

    /** A predictive value needs a fit to the entries of today, up to that day. */
    private Recomputed recomputed(Snapshot snapshot, RememberedFigures.Reading reading) {
        Metric metric = Metric.of(snapshot.metric());
        Scope scope = snapshot.scope();
        if (snapshot.factVersion().equals(reading.version())
                && snapshot.settings().equals(reading.settings())) {
            return Recomputed.of(snapshot, snapshot.shown(), reading.settings(), false);
        }
        Figure now = reading.figure(metric, scope);
        boolean predicted = metric == Metric.LTV_TO_CAC
                || metric == Metric.CLV && now.inputs().containsKey("dataVersion");
        boolean waits = predicted && !fits.ready(scope.asOf(), Horizon.of(business));
        return Recomputed.of(snapshot, now, reading.settings(), waits);
    }
}

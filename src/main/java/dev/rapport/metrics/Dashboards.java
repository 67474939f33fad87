package dev.rapport.metrics;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import dev.rapport.metrics.Dashboard.NpsStep;
import dev.rapport.metrics.Dashboard.RevenueStep;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Nps;
import dev.rapport.metrics.formula.Span;
import dev.rapport.metrics.predictive.LastPrediction;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.jobs.Jobs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads a dashboard in a handful of statements, however much there is to read. */
@Service
@Transactional(readOnly = true)
public class Dashboards {

    private static final int LISTED = Boards.LISTED;
    private static final int COHORTS = 12;

    private final OverviewQuery overview;
    private final Boards boards;
    private final LifetimeValues values;
    private final LastPrediction predictions;
    private final BusinessSettings business;
    private final RememberedDashboards remembered;
    private final GroupDashboards groups;
    private final Jobs jobs;
    private final OneTimeTask<Void> countDashboardAgain;

    Dashboards(
            OverviewQuery overview,
            Boards boards,
            LifetimeValues values,
            LastPrediction predictions,
            BusinessSettings business,
            RememberedDashboards remembered,
            GroupDashboards groups,
            Jobs jobs,
            OneTimeTask<Void> countDashboardAgain) {
        this.overview = overview;
        this.boards = boards;
        this.values = values;
        this.predictions = predictions;
        this.business = business;
        this.remembered = remembered;
        this.groups = groups;
        this.jobs = jobs;
        this.countDashboardAgain = countDashboardAgain;
    }

    public Extent extent() {
        return overview.extent();
    }

    public Overview overview(Span span) {
        return people(span).with(overview.latestContacts(LISTED, CustomerGroup.EVERYBODY));
    }

    private Overview people(Span span) {
        return Overview.of(List.of(), overview.top(span, LISTED), overview.standings(span.to()));
    }

    /**
     * What a page shows.
     *
     * @param since the moment that its figures are of, where too much has changed since to wait for; null where they are of now
     */
    public record Shown(Dashboard dashboard, @Nullable Instant since) {}

    /**
     * Worked out once for the same facts; only the latest contacts are always read. Not to be called within a transaction:
     * the sums it rests on are those of one moment.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Dashboard of(Period period) {
        return shown(period, boards::of).dashboard();
    }

    /** The same, but never waiting long for figures that are known as of an earlier moment: they are worked out meanwhile. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Shown soon(Period period) {
        return shown(period, boards::soon);
    }

    /** Whether figures of the period were ever worked out, so that {@link #soon} has something to show. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean known(Period period) {
        return remembered.knows(period) || boards.knows(BoardScope.of(period, business));
    }

    private Shown shown(Period period, Function<BoardScope, BoardStore.Kept> sums) {
        RememberedDashboards.Shown shown = remembered.of(period, () -> {
            BoardScope scope = BoardScope.of(period, business);
            BoardStore.Kept kept = sums.apply(scope);
            if (kept.stale()) {
                jobs.soon(countDashboardAgain, scope.text());
            }
            return new RememberedDashboards.Shown(dashboard(period, kept), kept.stale() ? kept.madeAt() : null);
        });
        return new Shown(withLatestContacts(shown.dashboard(), CustomerGroup.EVERYBODY), shown.since());
    }

    /** Of a group, always of now: no sums are kept of groups, so its figures are read from its customers' facts. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Dashboard of(Period period, CustomerGroup group) {
        if (group.equals(CustomerGroup.EVERYBODY)) {
            return of(period);
        }
        CustomerGroup then = group.on(period.span().to());
        return withLatestContacts(groups.of(period, then), then);
    }

    /** A dashboard that was worked out before: contacts aren't among the facts whose changes it follows. */
    public Dashboard withLatestContacts(Dashboard dashboard, CustomerGroup group) {
        return dashboard.with(overview.latestContacts(LISTED, group));
    }

    /** Has the figures of the periods that one can pick ready for a day. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void prepare(LocalDate day) {
        Extent extent = overview.extent();
        if (extent.figures()) {
            Stream.of(PeriodChoice.values())
                    .filter(choice -> choice != PeriodChoice.OWN)
                    .map(choice -> BoardScope.of(Period.of(choice.code(), false, extent, day), business))
                    .distinct()
                    .forEach(boards::prepare);
        }
    }

    /** From all facts, whatever is known already. */
    Dashboard workedOut(Period period) {
        return dashboard(period, boards.recounted(BoardScope.of(period, business)));
    }

    private Dashboard dashboard(Period period, BoardStore.Kept kept) {
        BoardScope scope = BoardScope.of(period, business);
        BoardFigures figures = new BoardFigures(scope, kept.sums());
        Span now = scope.now();
        List<Ranking.Buyer> buyers = kept.ranking().buyers();
        return new Dashboard(
                period,
                tiles(scope, figures),
                scope.bucket(),
                scope.bucket().starts(now).stream()
                        .map(figures::revenueStep)
                        .map(step -> new RevenueStep(step.step(), step.fresh(), step.returning()))
                        .toList(),
                scope.bucket().starts(now).stream()
                        .map(figures::answerStep)
                        .map(step ->
                                new NpsStep(step.step(), Nps.of(step.promoters(), step.passives(), step.detractors())))
                        .toList(),
                cohorts(figures),
                Overview.of(
                        List.of(),
                        overview.named(buyers.subList(0, Math.min(LISTED, buyers.size()))),
                        figures.standings()));
    }

    private List<Tile> tiles(BoardScope scope, BoardFigures figures) {
        CustomerBase base = figures.base();
        Tiles tiles = new Tiles(scope.now(), scope.before());
        return List.of(
                tiles.of(Metric.NPS, span -> {
                    AnswerQuery.Recommendations said = figures.recommendations(span);
                    return Nps.of(said.promoters(), said.passives(), said.detractors());
                }),
                tiles.of(Metric.RETENTION, span -> base.retention(span).retention()),
                lifetimeValue(tiles, figures, base),
                tiles.of(
                        Metric.REVENUE,
                        span -> Totals.revenue(
                                figures.revenue(span), business.currency().getCurrencyCode())),
                tiles.of(Metric.ACTIVE_CUSTOMERS, span -> Totals.active(figures.buyers(span))),
                tiles.of(Metric.NEW_CUSTOMERS, span -> Totals.fresh(figures.buyers(span))));
    }

    /** The predictive one where it is known; definitions are never mixed, so then the one before is predictive too or none. */
    private Tile lifetimeValue(Tiles tiles, BoardFigures figures, CustomerBase base) {
        Figure predictive = predictions.upTo(tiles.now().to());
        if (!predictive.known()) {
            return tiles.of(Metric.CLV, span -> {
                Span year = Span.yearTo(span.to());
                return values.headline(
                        year,
                        base.retention(year).retention(),
                        figures.buyers(year).active(),
                        figures.margin(year));
            });
        }
        Span before = tiles.before();
        return Tile.of(
                Metric.CLV,
                predictive,
                before == null ? null : predictions.on(before.to()).orElse(null));
    }

    private record Tiles(Span now, @Nullable Span before) {
        private Tile of(Metric metric, Function<Span, Figure> figure) {
            return Tile.of(
                    metric,
                    figure.apply(now).over(now),
                    before == null ? null : figure.apply(before).over(before));
        }
    }

    private static List<Cohort> cohorts(BoardFigures figures) {
        return latest(CohortQuery.table(figures.cohorts(), figures.scope().now().to()));
    }

    static List<Cohort> latest(List<Cohort> found) {
        return found.subList(Math.max(0, found.size() - COHORTS), found.size());
    }
}

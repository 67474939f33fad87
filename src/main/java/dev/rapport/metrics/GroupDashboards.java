package dev.rapport.metrics;

import dev.rapport.metrics.Dashboard.NpsStep;
import dev.rapport.metrics.Dashboard.RevenueStep;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Nps;
import dev.rapport.metrics.formula.Span;
import dev.rapport.metrics.predictive.Predictions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works out the dashboard of a group from the facts of its customers, by the very figures that the pages behind its tiles show:
 * each as of its own day, so that the period before is about who was in the group then. Not to be called within a transaction.
 */
@Component
class GroupDashboards {

    private static final List<Metric> TILES = List.of(
            Metric.NPS, Metric.RETENTION, Metric.CLV, Metric.REVENUE, Metric.ACTIVE_CUSTOMERS, Metric.NEW_CUSTOMERS);

    private final Metrics metrics;
    private final Predictions predictions;
    private final PurchaseQuery purchases;
    private final AnswerQuery answers;
    private final OverviewQuery overview;

    GroupDashboards(
            Metrics metrics,
            Predictions predictions,
            PurchaseQuery purchases,
            AnswerQuery answers,
            OverviewQuery overview) {
        this.metrics = metrics;
        this.predictions = predictions;
        this.purchases = purchases;
        this.answers = answers;
        this.overview = overview;
    }

    Dashboard of(Period period, CustomerGroup group) {
        Span span = period.span();
        Bucket bucket = Bucket.of(span);
        return new Dashboard(
                period,
                tiles(Scope.of(span, group), period.compared() ? Scope.of(span.before(), group) : null),
                bucket,
                revenue(span, bucket, group),
                answers(span, bucket, group),
                cohorts(span, group),
                Overview.of(
                        List.of(),
                        overview.named(overview.ranked(span, Boards.LISTED, group)),
                        overview.standings(span.to(), group)));
    }

    private List<Tile> tiles(Scope now, @Nullable Scope before) {
        return TILES.stream()
                .map(metric -> metric == Metric.CLV ? lifetimeValue(now, before) : tile(metric, now, before))
                .toList();
    }

    private Tile tile(Metric metric, Scope now, @Nullable Scope before) {
        return Tile.of(metric, metrics.figure(metric, now), before == null ? null : metrics.figure(metric, before));
    }

    /** Definitions are never mixed, and of a group no predictive value of another day is kept. */
    private Tile lifetimeValue(Scope now, @Nullable Scope before) {
        Figure predictive = predictions.last(now.asOf(), now.group());
        return predictive.known()
                ? Tile.of(Metric.CLV, predictive, null)
                : Tile.of(Metric.CLV, metrics.discounted(now), before == null ? null : metrics.discounted(before));
    }

    private List<RevenueStep> revenue(Span span, Bucket bucket, CustomerGroup group) {
        Map<LocalDate, PurchaseQuery.Step> known = new HashMap<>();
        purchases.revenue(span, bucket, group).forEach(step -> known.put(step.step(), step));
        return bucket.starts(span).stream()
                .map(start -> {
                    PurchaseQuery.Step step = known.get(start);
                    return step == null
                            ? new RevenueStep(start, BigDecimal.ZERO, BigDecimal.ZERO)
                            : new RevenueStep(start, step.fresh(), step.returning());
                })
                .toList();
    }

    private List<NpsStep> answers(Span span, Bucket bucket, CustomerGroup group) {
        Map<LocalDate, Figure> known = new HashMap<>();
        answers.recommendations(span, bucket, group)
                .forEach(step -> known.put(step.step(), Nps.of(step.promoters(), step.passives(), step.detractors())));
        return bucket.starts(span).stream()
                .map(start -> new NpsStep(start, known.getOrDefault(start, Nps.of(0, 0, 0))))
                .toList();
    }

    /** Of a year at least, as the dashboard of everybody has them. */
    private List<Cohort> cohorts(Span span, CustomerGroup group) {
        LocalDate year = Span.yearTo(span.to()).from();
        LocalDate first = span.from().isBefore(year) ? span.from() : year;
        return Dashboards.latest(
                metrics.cohorts(Scope.of(new Span(first, span.to()), group)).value());
    }
}

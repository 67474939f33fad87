package dev.rapport.metrics;

import dev.rapport.metrics.Dashboard.NpsStep;
import dev.rapport.metrics.Dashboard.RevenueStep;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Nps;
import dev.rapport.metrics.formula.Span;
import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a dashboard in a handful of statements, however much there is to read. */
@Service
@Transactional(readOnly = true)
public class Dashboards {

    private static final int LISTED = 6;
    private static final int COHORTS = 12;

    private final OverviewQuery overview;
    private final AnswerQuery answers;
    private final PurchaseQuery purchases;
    private final CustomerBaseQuery customers;
    private final CohortQuery cohorts;
    private final LifetimeValues values;
    private final LastPrediction predictions;
    private final BusinessSettings business;
    private final RememberedDashboards remembered;

    Dashboards(
            OverviewQuery overview,
            AnswerQuery answers,
            PurchaseQuery purchases,
            CustomerBaseQuery customers,
            CohortQuery cohorts,
            LifetimeValues values,
            LastPrediction predictions,
            BusinessSettings business,
            RememberedDashboards remembered) {
        this.overview = overview;
        this.answers = answers;
        this.purchases = purchases;
        this.customers = customers;
        this.cohorts = cohorts;
        this.values = values;
        this.predictions = predictions;
        this.business = business;
        this.remembered = remembered;
    }

    public Extent extent() {
        return overview.extent();
    }

    public Overview overview(Span span) {
        return people(span).with(overview.latestContacts(LISTED));
    }

    private Overview people(Span span) {
        return Overview.of(List.of(), overview.top(span, LISTED), overview.standings(span.to()));
    }

    /** As often as it is asked for, worked out once for the same facts; only the latest contacts are always read. */
    public Dashboard of(Period period) {
        return remembered.of(period, () -> workedOut(period)).with(overview.latestContacts(LISTED));
    }

    Dashboard workedOut(Period period) {
        Span span = period.span();
        Bucket bucket = Bucket.of(span);
        return new Dashboard(
                period,
                tiles(span, period.compared() ? span.before() : null),
                bucket,
                revenue(span, bucket),
                nps(span, bucket),
                cohorts(span),
                people(span));
    }

    private List<Tile> tiles(Span now, @Nullable Span before) {
        CustomerBase base = base(now, before);
        PurchaseQuery.Buyers buyers = purchases.buyers(now, CustomerGroup.EVERYBODY);
        PurchaseQuery.Buyers earlier = before == null ? buyers : purchases.buyers(before, CustomerGroup.EVERYBODY);
        Function<Span, PurchaseQuery.Buyers> bought = span -> span == now ? buyers : earlier;
        return List.of(
                tile(Metric.NPS, now, before, this::nps),
                tile(Metric.RETENTION, now, before, span -> base.retention(span).retention()),
                lifetimeValue(
                        now,
                        before,
                        span -> lifetimeValue(span, base, bought.apply(span).active())),
                tile(Metric.REVENUE, now, before, this::revenue),
                tile(Metric.ACTIVE_CUSTOMERS, now, before, bought.andThen(Totals::active)),
                tile(Metric.NEW_CUSTOMERS, now, before, bought.andThen(Totals::fresh)));
    }

    /** The predictive one where it is known; definitions are never mixed, so then the one before is predictive too or none. */
    private Tile lifetimeValue(Span now, @Nullable Span before, Function<Span, Figure> discounted) {
        Figure predictive = predictions.upTo(now.to());
        if (!predictive.known()) {
            return tile(Metric.CLV, now, before, discounted);
        }
        return Tile.of(
                Metric.CLV,
                predictive,
                before == null ? null : predictions.on(before.to()).orElse(null));
    }

    /** Over the 12 months to the period's end; mostly they are the period, and who was active is known already. */
    private Figure lifetimeValue(Span span, CustomerBase base, long active) {
        Span year = Span.yearTo(span.to());
        return values.headline(
                span.to(),
                base.retention(year).retention(),
                year.equals(span) ? active : purchases.active(year, CustomerGroup.EVERYBODY));
    }

    private static Tile tile(Metric metric, Span now, @Nullable Span before, Function<Span, Figure> figure) {
        return Tile.of(
                metric,
                figure.apply(now).over(now),
                before == null ? null : figure.apply(before).over(before));
    }

    /** Of all days that retention and lifetime value need, now and before. */
    private CustomerBase base(Span now, @Nullable Span before) {
        List<LocalDate> days = Stream.of(now, before)
                .filter(span -> span != null)
                .flatMap(span -> Stream.of(
                        span.dayBefore(), span.to(), Span.yearTo(span.to()).dayBefore()))
                .distinct()
                .toList();
        return customers.on(days, business.churnDays(), CustomerGroup.EVERYBODY);
    }

    private Figure nps(Span span) {
        AnswerQuery.Recommendations found = answers.recommendations(span, CustomerGroup.EVERYBODY);
        return Nps.of(found.promoters(), found.passives(), found.detractors());
    }

    private Figure revenue(Span span) {
        return Totals.revenue(
                purchases.revenue(span, CustomerGroup.EVERYBODY),
                business.currency().getCurrencyCode());
    }

    private List<RevenueStep> revenue(Span span, Bucket bucket) {
        Map<LocalDate, PurchaseQuery.Step> found = purchases.revenue(span, bucket, CustomerGroup.EVERYBODY).stream()
                .collect(Collectors.toMap(PurchaseQuery.Step::step, Function.identity()));
        return bucket.starts(span).stream()
                .map(step -> found.getOrDefault(step, new PurchaseQuery.Step(step, BigDecimal.ZERO, BigDecimal.ZERO)))
                .map(step -> new RevenueStep(step.step(), step.fresh(), step.returning()))
                .toList();
    }

    private List<NpsStep> nps(Span span, Bucket bucket) {
        Map<LocalDate, AnswerQuery.Step> found = answers.recommendations(span, bucket, CustomerGroup.EVERYBODY).stream()
                .collect(Collectors.toMap(AnswerQuery.Step::step, Function.identity()));
        return bucket.starts(span).stream()
                .map(step -> found.getOrDefault(step, new AnswerQuery.Step(step, 0, 0, 0)))
                .map(step -> new NpsStep(step.step(), Nps.of(step.promoters(), step.passives(), step.detractors())))
                .toList();
    }

    /** Always over a year at least: a month says nothing about who came back. */
    private List<Cohort> cohorts(Span span) {
        Span year = Span.yearTo(span.to());
        LocalDate from = span.from().isBefore(year.from()) ? span.from() : year.from();
        List<Cohort> found =
                cohorts.of(YearMonth.from(from), YearMonth.from(span.to()), span.to(), CustomerGroup.EVERYBODY);
        return found.subList(Math.max(0, found.size() - COHORTS), found.size());
    }
}

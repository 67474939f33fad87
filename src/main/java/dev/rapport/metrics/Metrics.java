package dev.rapport.metrics;

import dev.rapport.metrics.formula.Ces;
import dev.rapport.metrics.formula.Csat;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Nps;
import dev.rapport.metrics.formula.RepeatRate;
import dev.rapport.metrics.formula.Retention;
import dev.rapport.metrics.formula.RevenueRetention;
import dev.rapport.metrics.formula.SatisfactionGap;
import dev.rapport.metrics.formula.Span;
import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.predictive.LastPrediction;
import dev.rapport.platform.BusinessSettings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures of the business, by the facts' own dates, also as of a day in the past. */
@Service
@Transactional(readOnly = true)
public class Metrics {

    private final AnswerQuery answers;
    private final VoiceQuery voice;
    private final PurchaseQuery purchases;
    private final CustomerBaseQuery customers;
    private final CohortQuery cohorts;
    private final SurvivalQuery survivals;
    private final LifetimeValues values;
    private final DiscountedValue discounted;
    private final FurtherFigures further;
    private final LastPrediction predictions;
    private final BusinessSettings business;

    Metrics(
            AnswerQuery answers,
            VoiceQuery voice,
            PurchaseQuery purchases,
            CustomerBaseQuery customers,
            CohortQuery cohorts,
            SurvivalQuery survivals,
            LifetimeValues values,
            DiscountedValue discounted,
            FurtherFigures further,
            LastPrediction predictions,
            BusinessSettings business) {
        this.answers = answers;
        this.voice = voice;
        this.purchases = purchases;
        this.customers = customers;
        this.cohorts = cohorts;
        this.survivals = survivals;
        this.values = values;
        this.discounted = discounted;
        this.further = further;
        this.predictions = predictions;
        this.business = business;
    }

    public Figure nps(Scope scope) {
        AnswerQuery.Recommendations found = answers.recommendations(scope.facts(), scope.group());
        return dated(Nps.of(found.promoters(), found.passives(), found.detractors()), scope);
    }

    public Figure csat(Scope scope) {
        AnswerQuery.Satisfaction found = answers.satisfaction(scope.facts(), scope.group());
        return dated(Csat.of(found.satisfied(), found.answers()), scope);
    }

    public Figure ces(Scope scope) {
        AnswerQuery.Effort found = answers.effort(scope.facts(), scope.group());
        return dated(Ces.of(found.answers(), found.sum(), found.squares(), found.easy()), scope);
    }

    public Figure satisfactionGap(Scope scope) {
        VoiceQuery.Gap found = voice.gap(scope.facts(), scope.group());
        return dated(
                SatisfactionGap.of(
                        found.answers(), found.perceived(), found.expected(), found.pp(), found.pe(), found.ee()),
                scope);
    }

    public Retention retention(Scope scope) {
        Retention found = retention(scope.facts(), scope.group());
        return new Retention(dated(found.retention(), scope), dated(found.churn(), scope));
    }

    /** Of all who ever came, whatever the period; as of its last known day. */
    public SurvivalCurve survival(Scope scope) {
        int step = SurvivalCurve.step(business.churnDays());
        return SurvivalCurve.of(survivals.lives(scope.facts().to(), step, business.churnDays(), scope.group()), step);
    }

    public Figure survivalAfterAYear(Scope scope, SurvivalCurve curve) {
        return dated(curve.afterAYear(), scope);
    }

    public RevenueRetention revenueRetention(Scope scope) {
        PurchaseQuery.Movement found = purchases.movement(scope.facts(), scope.group());
        return RevenueRetention.of(found.start(), found.expansion(), found.contraction(), found.churn())
                .map(figure -> dated(figure.resting(found.customers()), scope));
    }

    public CohortTable cohorts(Scope scope) {
        Span facts = scope.facts();
        LocalDate known = scope.asOf().isAfter(business.today()) ? business.today() : scope.asOf();
        List<Cohort> rows = cohorts.of(YearMonth.from(facts.from()), YearMonth.from(facts.to()), known, scope.group());
        long n = rows.stream().mapToLong(Cohort::size).sum();
        return new CohortTable(rows, n, scope.period(), scope.asOf(), Text.of("metrics.cohorts.formula"));
    }

    /** The same question about all days from the first purchase on. */
    public Scope everything(Scope scope) {
        LocalDate first = purchases.firstDay();
        if (first == null || !first.isBefore(scope.period().from())) {
            return scope;
        }
        return new Scope(new Span(first, scope.period().to()), scope.asOf(), scope.group());
    }

    /** Beside the other definitions stands the predictive one, which is the headline where it is known. */
    public Clv clv(Scope scope, Figure predictive) {
        return values.of(scope.asOf(), yearly(scope), scope.group(), predictive);
    }

    /** With the last fit there is: for pages. */
    public Clv clv(Scope scope) {
        return clv(scope, predictions.upTo(scope.asOf()));
    }

    /** Definition 2 alone. */
    public Figure discounted(Scope scope) {
        return discounted.of(scope.asOf(), scope.group());
    }

    /** The retention that lifetime value rests on, whatever the period that is looked at. */
    private Figure yearly(Scope scope) {
        return retention(Span.yearTo(scope.asOf()), scope.group()).retention();
    }

    public Figure revenue(Scope scope) {
        PurchaseQuery.Revenue found = purchases.revenue(scope.facts(), scope.group());
        return dated(Totals.revenue(found, business.currency().getCurrencyCode()), scope);
    }

    public Figure repeatRate(Scope scope) {
        PurchaseQuery.Buyers found = purchases.buyers(scope.facts(), scope.group());
        return dated(RepeatRate.of(found.repeaters(), found.active()), scope);
    }

    public Figure activeCustomers(Scope scope) {
        return dated(Totals.active(purchases.buyers(scope.facts(), scope.group())), scope);
    }

    public Figure newCustomers(Scope scope) {
        return dated(Totals.fresh(purchases.buyers(scope.facts(), scope.group())), scope);
    }

    /**
     * One figure with everything that explains it; compared with the period just before if there was one.
     *
     * @param clv the lifetime values of the scope where they are the figure
     */
    public Trace trace(Metric metric, Scope scope, boolean compared, @Nullable Clv clv) {
        Scope before = new Scope(scope.period().before(), scope.period().dayBefore(), scope.group());
        return new Trace(
                Tile.of(
                        metric,
                        clv == null ? figure(metric, scope) : clv.headline(),
                        compared ? before(metric, before, clv) : null),
                metric.beside().stream()
                        .map(other -> Tile.of(other, figure(other, scope), null))
                        .toList(),
                clv,
                business.churnDays());
    }

    /** Definitions are never mixed: a predictive value is compared with a predictive one or with none. */
    @Nullable
    Figure before(Metric metric, Scope before, @Nullable Clv clv) {
        if (clv == null) {
            return metric.comparable() ? figure(metric, before) : null;
        }
        if (clv.predictive().known()) {
            return before.everybody() ? predictions.on(before.asOf()).orElse(null) : null;
        }
        return discounted(before);
    }

    private Figure lifetimeValue(Scope scope) {
        Figure predictive = predictions.upTo(scope.asOf());
        return predictive.known() && scope.everybody() ? predictive : discounted(scope);
    }

    public Figure figure(Metric metric, Scope scope) {
        return switch (metric) {
            case NPS -> nps(scope);
            case CSAT -> csat(scope);
            case CES -> ces(scope);
            case SAT_GAP -> satisfactionGap(scope);
            case RETENTION -> retention(scope).retention();
            case CHURN -> retention(scope).churn();
            case NRR -> revenueRetention(scope).nrr();
            case GRR -> revenueRetention(scope).grr();
            case CLV -> lifetimeValue(scope);
            case REVENUE -> revenue(scope);
            case ACTIVE_CUSTOMERS -> activeCustomers(scope);
            case NEW_CUSTOMERS -> newCustomers(scope);
            case REPEAT_RATE -> repeatRate(scope);
            case SURVIVAL -> survivalAfterAYear(scope, survival(scope));
            case CONVERSION, CPL, CAC, LTV_TO_CAC, PAYBACK -> further.figure(metric, scope);
        };
    }

    private Retention retention(Span span, CustomerGroup group) {
        return customers
                .on(List.of(span.dayBefore(), span.to()), business.churnDays(), group)
                .retention(span);
    }

    private static Figure dated(Figure figure, Scope scope) {
        return figure.over(scope.period()).asOf(scope.asOf());
    }
}

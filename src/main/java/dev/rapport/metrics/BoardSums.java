package dev.rapport.metrics;

import dev.rapport.metrics.formula.Span;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes what the figures of a dashboard are made of, of everybody or of some customers: each is a sum over customers, so
 * that what some have changed can be made up for by what they contribute now and did before. {@link BoardFigures} reads it.
 */
@Component
class BoardSums {

    private final AnswerQuery answers;
    private final PurchaseQuery purchases;
    private final MarginQuery margins;
    private final CustomerBaseQuery customers;
    private final CohortQuery cohorts;
    private final OverviewQuery overview;

    BoardSums(
            AnswerQuery answers,
            PurchaseQuery purchases,
            MarginQuery margins,
            CustomerBaseQuery customers,
            CohortQuery cohorts,
            OverviewQuery overview) {
        this.answers = answers;
        this.purchases = purchases;
        this.margins = margins;
        this.customers = customers;
        this.cohorts = cohorts;
        this.overview = overview;
    }

    Sums of(BoardScope scope, CustomerGroup group) {
        Sums sums = new Sums();
        customers
                .on(scope.days(), scope.churnDays(), group)
                .customers()
                .forEach((days, number) -> sums.add("base " + days, number));
        purchases.buyers(scope.counted(), group).forEach((span, buyers) -> {
            sums.add(name("active", span), buyers.active());
            sums.add(name("fresh", span), buyers.fresh());
            sums.add(name("repeaters", span), buyers.repeaters());
        });
        purchases.movements(scope.spans(), group).forEach((span, movement) -> {
            sums.add(name("start", span), movement.start());
            sums.add(name("expansion", span), movement.expansion());
            sums.add(name("contraction", span), movement.contraction());
            sums.add(name("churn", span), movement.churn());
            sums.add(name("moved", span), movement.customers());
        });
        for (Span year : scope.years()) {
            MarginQuery.Margin margin = margins.between(year, scope.margin(), group);
            sums.add(name("margin", year), margin.margin());
            sums.add(name("earned", year), margin.revenue());
            sums.add(name("sales", year), margin.purchases());
        }
        for (Span span : scope.spans()) {
            AnswerQuery.Recommendations said = answers.recommendations(span, group);
            sums.add(name("promoters", span), said.promoters());
            sums.add(name("passives", span), said.passives());
            sums.add(name("detractors", span), said.detractors());
        }
        purchases.revenueSince(scope.now().from(), scope.both(), group).forEach((later, revenue) -> {
            Span span = later ? scope.now() : scope.now().before();
            sums.add(name("revenue", span), revenue.amount());
            sums.add(name("purchases", span), revenue.purchases());
        });
        for (PurchaseQuery.Step step : purchases.revenue(scope.now(), scope.bucket(), group)) {
            sums.add("stepFresh " + step.step(), step.fresh());
            sums.add("stepReturning " + step.step(), step.returning());
        }
        for (AnswerQuery.Step step : answers.recommendations(scope.now(), scope.bucket(), group)) {
            sums.add("stepPromoters " + step.step(), step.promoters());
            sums.add("stepPassives " + step.step(), step.passives());
            sums.add("stepDetractors " + step.step(), step.detractors());
        }
        YearMonth first = YearMonth.from(scope.firstCohort());
        YearMonth last = YearMonth.from(scope.now().to());
        cohorts.cells(first, last, scope.now().to(), group)
                .forEach(cell -> sums.add("cohort " + cell.cohort() + " " + cell.month(), cell.customers()));
        for (Overview.Standing standing : overview.standings(scope.now().to(), group)) {
            sums.add("standing " + standing.stage() + channel(standing.channel()), standing.customers());
        }
        return sums;
    }

    static String name(String what, Span span) {
        return what + " " + span.from() + " " + span.to();
    }

    private static String channel(@Nullable String channel) {
        return channel == null ? "" : " " + channel;
    }
}

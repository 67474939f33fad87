package dev.rapport.metrics;

import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Nps;
import dev.rapport.metrics.formula.RepeatRate;
import dev.rapport.metrics.formula.RevenueRetention;
import dev.rapport.metrics.formula.Span;
import dev.rapport.platform.BusinessSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What a page tells of one figure: of the whole business from the sums that its dashboard rests on, so that opening a number
 * reads no more than looking at it did; of a group from the facts. Not to be called within a transaction.
 */
@Service
public class Traces {

    private final Metrics metrics;
    private final Boards boards;
    private final BusinessSettings business;

    Traces(Metrics metrics, Boards boards, BusinessSettings business) {
        this.metrics = metrics;
        this.boards = boards;
        this.business = business;
    }

    /** As {@link Metrics#trace}. */
    public Trace of(Metric metric, Scope scope, boolean compared, @Nullable Clv clv) {
        if (!scope.everybody() || !scope.asOf().equals(scope.period().to())) {
            return metrics.trace(metric, scope, compared, clv);
        }
        Span now = scope.period();
        Known known = new Known(BoardScope.of(now, compared, business));
        Figure before = !compared || !metric.comparable()
                ? null
                : clv == null
                        ? known.figure(metric, now.before())
                        : metrics.before(metric, Scope.of(now.before()), clv);
        return new Trace(
                Tile.of(metric, clv == null ? known.figure(metric, now) : clv.headline(), before),
                metric.beside().stream()
                        .map(other -> Tile.of(other, known.figure(other, now), null))
                        .toList(),
                clv,
                business.churnDays());
    }

    private final class Known {
        private final BoardFigures sums;
        private final CustomerBase base;

        Known(BoardScope scope) {
            sums = new BoardFigures(scope, boards.of(scope).sums());
            base = sums.base();
        }

        Figure figure(Metric metric, Span span) {
            Figure figure =
                    switch (metric) {
                        case NPS -> {
                            AnswerQuery.Recommendations said = sums.recommendations(span);
                            yield Nps.of(said.promoters(), said.passives(), said.detractors());
                        }
                        case RETENTION -> base.retention(span).retention();
                        case CHURN -> base.retention(span).churn();
                        case REVENUE ->
                            Totals.revenue(
                                    sums.revenue(span), business.currency().getCurrencyCode());
                        case ACTIVE_CUSTOMERS -> Totals.active(sums.buyers(span));
                        case NEW_CUSTOMERS -> Totals.fresh(sums.buyers(span));
                        case REPEAT_RATE -> {
                            PurchaseQuery.Buyers buyers = sums.buyers(span);
                            yield RepeatRate.of(buyers.repeaters(), buyers.active());
                        }
                        case NRR -> movement(span).nrr();
                        case GRR -> movement(span).grr();
                        default -> metrics.figure(metric, Scope.of(span));
                    };
            return metric == Metric.CLV ? figure : figure.over(span).asOf(span.to());
        }

        private RevenueRetention movement(Span span) {
            PurchaseQuery.Movement found = sums.movement(span);
            return RevenueRetention.of(found.start(), found.expansion(), found.contraction(), found.churn())
                    .map(figure -> figure.resting(found.customers()));
        }
    }
}

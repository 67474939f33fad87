package dev.rapport.metrics;

import dev.rapport.metrics.formula.Span;
import dev.rapport.platform.BusinessSettings;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads who stays and who goes. */
@Service
@Transactional(readOnly = true)
public class Loyalties {

    private static final List<Metric> RATES =
            List.of(Metric.RETENTION, Metric.CHURN, Metric.GRR, Metric.NRR, Metric.REPEAT_RATE, Metric.SURVIVAL);
    private static final int COHORTS = 24;

    private final Metrics metrics;
    private final BusinessSettings business;

    Loyalties(Metrics metrics, BusinessSettings business) {
        this.metrics = metrics;
        this.business = business;
    }

    public Loyalty of(Scope scope, boolean compared) {
        Scope before = Scope.of(scope.period().before(), scope.group());
        List<Tile> tiles = RATES.stream()
                .map(metric -> Tile.of(
                        metric, metrics.figure(metric, scope), compared ? metrics.figure(metric, before) : null))
                .toList();
        return new Loyalty(tiles, cohorts(scope), metrics.survival(scope), business.churnDays());
    }

    /** Always over two years at least: a month says nothing about who came back. */
    private List<Cohort> cohorts(Scope scope) {
        Span period = scope.period();
        LocalDate early = period.to().minusMonths(COHORTS).withDayOfMonth(1);
        Span span = new Span(period.from().isBefore(early) ? period.from() : early, period.to());
        List<Cohort> found =
                metrics.cohorts(new Scope(span, scope.asOf(), scope.group())).value();
        return found.subList(Math.max(0, found.size() - COHORTS), found.size());
    }
}

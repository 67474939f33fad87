package dev.rapport.metrics;

import dev.rapport.metrics.acquisition.AcquisitionQuery;
import dev.rapport.metrics.formula.Acquisition;
import dev.rapport.metrics.formula.Exact;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Span;
import dev.rapport.metrics.predictive.PredictiveFigure;
import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The business as it is: where playing with its numbers begins. */
@Service
@Transactional(readOnly = true)
public class WhatIfs {

    private final Metrics metrics;
    private final AcquisitionQuery acquisition;
    private final BusinessSettings business;

    WhatIfs(Metrics metrics, AcquisitionQuery acquisition, BusinessSettings business) {
        this.metrics = metrics;
        this.acquisition = acquisition;
        this.business = business;
    }

    /** Of the 12 months to a day; empty while margin or retention aren't known. */
    public Optional<WhatIf> now(LocalDate asOf) {
        Span year = Span.yearTo(asOf);
        Scope scope = Scope.of(year);
        Figure discounted =
                metrics.clv(scope, PredictiveFigure.none(asOf, business)).discounted();
        if (discounted.value() == null || discounted.n() == null) {
            return Optional.empty();
        }
        long fresh = newCustomers(scope);
        BigDecimal spent = acquisition.spent(year, CustomerGroup.EVERYBODY).orElse(BigDecimal.ZERO);
        BigDecimal cac = Acquisition.cac(spent, fresh).value();
        return Optional.of(new WhatIf(
                (BigDecimal) discounted.inputs().getOrDefault("margin", BigDecimal.ZERO),
                (BigDecimal) discounted.inputs().getOrDefault("retention", BigDecimal.ZERO),
                Exact.tidy(business.discountRate().movePointLeft(2)),
                cac == null ? BigDecimal.ZERO : cac,
                discounted.n(),
                fresh,
                business.clvYears()));
    }

    private long newCustomers(Scope scope) {
        BigDecimal fresh = metrics.newCustomers(scope).value();
        return fresh == null ? 0 : fresh.longValue();
    }
}

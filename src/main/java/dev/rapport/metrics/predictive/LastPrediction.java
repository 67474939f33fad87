package dev.rapport.metrics.predictive;

import dev.rapport.metrics.formula.Figure;
import dev.rapport.platform.BusinessSettings;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the models said when they were last fitted: for pages, which wait for nothing. */
@Component
public class LastPrediction {

    private final FitStore store;
    private final BusinessSettings business;

    public LastPrediction(FitStore store, BusinessSettings business) {
        this.store = store;
        this.business = business;
    }

    /** By the last fit up to the day; unknown where there is none yet. */
    public Figure upTo(LocalDate asOf) {
        return store.latest(asOf).flatMap(this::figure).orElseGet(() -> PredictiveFigure.none(asOf, business));
    }

    /** By a fit of that very day or not at all: what a change is measured against. */
    public Optional<Figure> on(LocalDate asOf) {
        return store.latest(asOf).filter(fit -> fit.asOf().equals(asOf)).flatMap(this::figure);
    }

    private Optional<Figure> figure(StoredFit fit) {
        Horizon horizon = Horizon.of(business);
        return store.total(fit.id(), horizon).map(total -> PredictiveFigure.of(fit, total, horizon, business));
    }
}

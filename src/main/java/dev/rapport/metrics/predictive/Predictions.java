package dev.rapport.metrics.predictive;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.FactVersionQuery;
import dev.rapport.metrics.FactVersionQuery.FactVersion;
import dev.rapport.metrics.Lately;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.predictive.FitStore.Total;
import dev.rapport.platform.BusinessSettings;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** What the models say of all customers together. */
@Service
public class Predictions {

    private record Key(long fit, Instant fittedAt, Horizon horizon, CustomerGroup group, FactVersion version) {}

    private final Fits fits;
    private final FactVersionQuery versions;
    private final BusinessSettings business;
    private final Lately<Key, Total> groups = new Lately<>();

    Predictions(Fits fits, FactVersionQuery versions, BusinessSettings business) {
        this.fits = fits;
        this.versions = versions;
        this.business = business;
    }

    /** By the fit to all that is known now of the day, made first where there is none. */
    public Figure exact(LocalDate asOf, CustomerGroup group) {
        return of(fits.of(asOf), group);
    }

    /** By the last fit there is: for pages, which wait for none. */
    public Figure last(LocalDate asOf, CustomerGroup group) {
        return fits.last(asOf).map(fit -> of(fit, group)).orElseGet(() -> PredictiveFigure.none(asOf, business));
    }

    private Figure of(StoredFit fit, CustomerGroup group) {
        Horizon horizon = Horizon.of(business);
        Total total = group.equals(CustomerGroup.EVERYBODY) ? fits.total(fit, horizon) : total(fit, horizon, group);
        return PredictiveFigure.of(fit, total, horizon, business);
    }

    private Total total(StoredFit fit, Horizon horizon, CustomerGroup group) {
        return groups.of(
                new Key(fit.id(), fit.fittedAt(), horizon, group, versions.now()),
                () -> fits.total(fit, horizon, group));
    }
}

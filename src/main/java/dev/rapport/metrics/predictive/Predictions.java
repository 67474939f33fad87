package dev.rapport.metrics.predictive;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.predictive.FitStore.Total;
import dev.rapport.platform.BusinessSettings;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** What the models say of all customers together. */
@Service
public class Predictions {

    private final Fits fits;
    private final BusinessSettings business;

    Predictions(Fits fits, BusinessSettings business) {
        this.fits = fits;
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
        Total total =
                group.equals(CustomerGroup.EVERYBODY) ? fits.total(fit, horizon) : fits.total(fit, horizon, group);
        return PredictiveFigure.of(fit, total, horizon, business);
    }
}

package dev.rapport.metrics.prepared;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.Dashboards;
import dev.rapport.metrics.Extent;
import dev.rapport.metrics.GroupKind;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.Period;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.predictive.Fits;
import dev.rapport.metrics.predictive.Horizon;
import dev.rapport.metrics.predictive.Trackings;
import dev.rapport.platform.BusinessSettings;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Has what the pages of numbers ask at first ready, where working it out takes longer than a page should. */
@Service
public class PreparedAhead {

    private final Preparations preparations;
    private final PageQuestions questions;
    private final Dashboards dashboards;
    private final Fits fits;
    private final Trackings trackings;
    private final BusinessSettings business;

    PreparedAhead(
            Preparations preparations,
            PageQuestions questions,
            Dashboards dashboards,
            Fits fits,
            Trackings trackings,
            BusinessSettings business) {
        this.preparations = preparations;
        this.questions = questions;
        this.dashboards = dashboards;
        this.fits = fits;
        this.trackings = trackings;
        this.business = business;
    }

    public void prepare() {
        Extent extent = dashboards.extent();
        if (!extent.figures() || !preparations.looked()) {
            return;
        }
        Period period = Period.of(null, false, extent, business.today());
        LocalDate day = period.span().to();
        fits.prepare(day, Horizon.of(business));
        trackings.calibration(day).ifPresent(then -> fits.prepare(then, Horizon.of(business)));
        dashboards.prepare(day);
        figures(period, day);
        preparations.exact(questions.values(day));
        trackings.calibration(day).ifPresent(then -> preparations.exact(questions.tracking(then, day)));
        fits.last(day).filter(fit -> fit.reason() == null).ifPresent(fit -> preparations.exact(questions.equity(fit)));
    }

    private void figures(Period period, LocalDate day) {
        Scope scope = Scope.of(period.span());
        for (Metric metric : Metric.values()) {
            preparations.exact(questions.trace(metric, scope, period.compared()));
        }
        preparations.exact(questions.loyalty(scope, period.compared()));
        preparations.exact(questions.satisfaction(scope, period.compared(), GroupKind.of(null)));
        preparations.exact(questions.rfm(day, CustomerGroup.EVERYBODY));
        preparations.exact(questions.conversion(
                scope, preparations.exact(questions.acquisition(scope)).all().conversion()));
        preparations.exact(questions.channels());
        preparations.exact(questions.whatIf(day));
    }
}

package dev.rapport.metrics.prepared;

import dev.rapport.metrics.Clv;
import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.CustomerVoice;
import dev.rapport.metrics.GroupKind;
import dev.rapport.metrics.Loyalties;
import dev.rapport.metrics.Loyalty;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.Metrics;
import dev.rapport.metrics.Satisfaction;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.Tile;
import dev.rapport.metrics.Trace;
import dev.rapport.metrics.Traces;
import dev.rapport.metrics.WhatIf;
import dev.rapport.metrics.WhatIfs;
import dev.rapport.metrics.acquisition.AcquisitionBoard;
import dev.rapport.metrics.acquisition.AcquisitionService;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Span;
import dev.rapport.metrics.predictive.Equity;
import dev.rapport.metrics.predictive.Predictions;
import dev.rapport.metrics.predictive.StoredFit;
import dev.rapport.metrics.predictive.Tracking;
import dev.rapport.metrics.predictive.Trackings;
import dev.rapport.metrics.rfm.RfmBoard;
import dev.rapport.metrics.rfm.RfmMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the pages of numbers ask, worded once, so that it can be prepared before anybody does. */
@Component
public class PageQuestions {

    private final Traces traces;
    private final Metrics metrics;
    private final Predictions predictions;
    private final Loyalties loyalties;
    private final CustomerVoice voice;
    private final AcquisitionService acquisition;
    private final RfmMap rfm;
    private final Trackings trackings;
    private final Equity equity;
    private final WhatIfs whatIfs;

    PageQuestions(
            Traces traces,
            Metrics metrics,
            Predictions predictions,
            Loyalties loyalties,
            CustomerVoice voice,
            AcquisitionService acquisition,
            RfmMap rfm,
            Trackings trackings,
            Equity equity,
            WhatIfs whatIfs) {
        this.traces = traces;
        this.metrics = metrics;
        this.predictions = predictions;
        this.loyalties = loyalties;
        this.voice = voice;
        this.acquisition = acquisition;
        this.rfm = rfm;
        this.trackings = trackings;
        this.equity = equity;
        this.whatIfs = whatIfs;
    }

    public Ask<Trace> trace(Metric metric, Scope scope, boolean compared) {
        return new Ask<>("trace", List.of(metric, scope, compared), () -> {
            Clv clv = metric == Metric.CLV ? metrics.clv(scope, predictions.last(scope.asOf(), scope.group())) : null;
            return traces.of(metric, scope, compared, clv);
        });
    }

    public Ask<Loyalty> loyalty(Scope scope, boolean compared) {
        return new Ask<>("loyalty", List.of(scope, compared), () -> loyalties.of(scope, compared));
    }

    public Ask<Satisfaction> satisfaction(Scope scope, boolean compared, GroupKind by) {
        return new Ask<>("satisfaction", List.of(scope, compared, by), () -> voice.satisfaction(scope, compared, by));
    }

    public Ask<AcquisitionBoard> acquisition(Scope scope) {
        return new Ask<>("acquisition", List.of(scope), () -> acquisition.last(scope));
    }

    /** Names that channels go by. */
    public Ask<List<String>> channels() {
        return new Ask<>("channels", List.of(), acquisition::channels);
    }

    public Ask<Tile> conversion(Scope scope, Figure now) {
        return new Ask<>("conversion", List.of(scope, now), () -> acquisition.conversion(scope, now));
    }

    public Ask<RfmBoard> rfm(LocalDate day, CustomerGroup group) {
        return new Ask<>("rfm", List.of(day, group), () -> rfm.last(day, group));
    }

    public Ask<Clv> values(LocalDate day) {
        return new Ask<>("values", List.of(day), () -> metrics.clv(Scope.of(Span.yearTo(day))));
    }

    /** How a fit of then did; empty while there is none. */
    public Ask<Optional<Tracking>> tracking(LocalDate calibration, LocalDate day) {
        return new Ask<>("tracking", List.of(calibration, day), () -> trackings.of(calibration, day));
    }

    /** Over the year to the day of the fit. */
    public Ask<Equity.Answer> equity(StoredFit fit) {
        LocalDate from = Span.yearTo(fit.asOf()).dayBefore();
        return new Ask<>("equity", List.of(from, fit.id()), () -> equity.since(from, fit));
    }

    public Ask<Optional<WhatIf>> whatIf(LocalDate day) {
        return new Ask<>("what-if", List.of(day), () -> whatIfs.now(day));
    }
}

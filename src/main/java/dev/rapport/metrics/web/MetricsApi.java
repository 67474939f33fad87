package dev.rapport.metrics.web;

import dev.rapport.metrics.Clv;
import dev.rapport.metrics.CohortTable;
import dev.rapport.metrics.Metrics;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.SurvivalCurve;
import dev.rapport.metrics.formula.Retention;
import dev.rapport.metrics.formula.RevenueRetention;
import dev.rapport.metrics.predictive.Predictions;
import dev.rapport.platform.BusinessSettings;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures of the business. Days are inclusive and default to the 12 months to today. */
@RestController
@RequestMapping("/api/v1/metrics")
class MetricsApi {

    /** The question that every figure answers: which days, known as of when, about whom. */
    record Asked(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate to,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate asOf,

            @Nullable String group) {}

    record RetentionBody(FigureBody retention, FigureBody churn) {}

    record StayingBody(
            FigureBody retention,
            FigureBody churn,
            FigureBody repeatRate,
            FigureBody survivalAfterAYear,
            SurvivalBody survival) {}

    record RevenueRetentionBody(FigureBody nrr, FigureBody grr) {}

    record ClvBody(
            FigureBody discounted,
            FigureBody perpetual,
            FigureBody simple,
            FigureBody historic,
            FigureBody predictive,
            String shown) {}

    private final Metrics metrics;
    private final Predictions predictions;
    private final BusinessSettings business;
    private final Bodies bodies;

    MetricsApi(Metrics metrics, Predictions predictions, BusinessSettings business, Bodies bodies) {
        this.metrics = metrics;
        this.predictions = predictions;
        this.business = business;
        this.bodies = bodies;
    }

    @GetMapping("/nps")
    FigureBody nps(@ParameterObject Asked asked, Locale locale) {
        return bodies.of(metrics.nps(scope(asked)), locale);
    }

    @GetMapping("/csat")
    FigureBody csat(@ParameterObject Asked asked, Locale locale) {
        return bodies.of(metrics.csat(scope(asked)), locale);
    }

    @GetMapping("/ces")
    FigureBody ces(@ParameterObject Asked asked, Locale locale) {
        return bodies.of(metrics.ces(scope(asked)), locale);
    }

    @GetMapping("/retention")
    StayingBody retention(@ParameterObject Asked asked, Locale locale) {
        Scope scope = scope(asked);
        Retention found = metrics.retention(scope);
        SurvivalCurve survival = metrics.survival(scope);
        return new StayingBody(
                bodies.of(found.retention(), locale),
                bodies.of(found.churn(), locale),
                bodies.of(metrics.repeatRate(scope), locale),
                bodies.of(metrics.survivalAfterAYear(scope, survival), locale),
                SurvivalBody.of(survival, bodies.text(survival.reason(), locale)));
    }

    @GetMapping("/revenue-retention")
    RevenueRetentionBody revenueRetention(@ParameterObject Asked asked, Locale locale) {
        RevenueRetention found = metrics.revenueRetention(scope(asked));
        return new RevenueRetentionBody(bodies.of(found.nrr(), locale), bodies.of(found.grr(), locale));
    }

    @GetMapping("/cohorts")
    CohortsBody cohorts(@ParameterObject Asked asked, Locale locale) {
        // As of a day alone asks for all cohorts up to it, not for those of a year only.
        boolean all = asked.from() == null && asked.to() == null && asked.asOf() != null;
        CohortTable found = metrics.cohorts(all ? metrics.everything(scope(asked)) : scope(asked));
        return bodies.of(found, locale);
    }

    @GetMapping("/clv")
    ClvBody clv(@ParameterObject Asked asked, Locale locale) {
        Scope scope = scope(asked);
        Clv found = metrics.clv(scope, predictions.exact(scope.asOf(), scope.group()));
        return new ClvBody(
                bodies.of(found.discounted(), locale),
                bodies.of(found.perpetual(), locale),
                bodies.of(found.simple(), locale),
                bodies.of(found.historic(), locale),
                bodies.of(found.predictive(), locale),
                found.shown());
    }

    private Scope scope(Asked asked) {
        return scope(asked, business.today());
    }

    static Scope scope(Asked asked, LocalDate today) {
        return Scope.of(asked.from(), asked.to(), asked.asOf(), asked.group(), today);
    }
}

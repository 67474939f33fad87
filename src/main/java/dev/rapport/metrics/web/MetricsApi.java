package dev.rapport.metrics.web;

import dev.rapport.metrics.Clv;
import dev.rapport.metrics.CohortTable;
import dev.rapport.metrics.Metrics;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.SurvivalCurve;
import dev.rapport.metrics.formula.Retention;
import dev.rapport.metrics.formula.RevenueRetention;
import dev.rapport.metrics.predictive.Predictions;
import dev.rapport.metrics.prepared.Preparations;
import dev.rapport.platform.BusinessSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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
    private final Preparations preparations;
    private final BusinessSettings business;
    private final Bodies bodies;

    MetricsApi(
            Metrics metrics,
            Predictions predictions,
            Preparations preparations,
            BusinessSettings business,
            Bodies bodies) {
        this.metrics = metrics;
        this.predictions = predictions;
        this.preparations = preparations;
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
        Retention found = exact("retention", scope, metrics::retention);
        SurvivalCurve survival = exact("survival", scope, metrics::survival);
        return new StayingBody(
                bodies.of(found.retention(), locale),
                bodies.of(found.churn(), locale),
                bodies.of(exact("repeat-rate", scope, metrics::repeatRate), locale),
                bodies.of(metrics.survivalAfterAYear(scope, survival), locale),
                SurvivalBody.of(survival, bodies.text(survival.reason(), locale)));
    }

    @GetMapping("/revenue-retention")
    RevenueRetentionBody revenueRetention(@ParameterObject Asked asked, Locale locale) {
        RevenueRetention found = exact("revenue-retention", scope(asked), metrics::revenueRetention);
        return new RevenueRetentionBody(bodies.of(found.nrr(), locale), bodies.of(found.grr(), locale));
    }

    @GetMapping("/cohorts")
    CohortsBody cohorts(@ParameterObject Asked asked, Locale locale) {
        // As of a day alone asks for all cohorts up to it, not for those of a year only.
        boolean all = asked.from() == null && asked.to() == null && asked.asOf() != null;
        Scope scope = all ? metrics.everything(scope(asked)) : scope(asked);
        CohortTable found = exact("cohorts", scope, metrics::cohorts);
        return bodies.of(found, locale);
    }

    @GetMapping("/clv")
    ClvBody clv(@ParameterObject Asked asked, Locale locale) {
        Scope scope = scope(asked);
        Clv found = exact("clv-of", scope, of -> metrics.clv(of, predictions.exact(of.asOf(), of.group())));
        return new ClvBody(
                bodies.of(found.discounted(), locale),
                bodies.of(found.perpetual(), locale),
                bodies.of(found.simple(), locale),
                bodies.of(found.historic(), locale),
                bodies.of(found.predictive(), locale),
                found.shown());
    }

    /** Of now, kept until facts change: who asks again needn't wait again. */
    private <T> T exact(String name, Scope scope, Function<Scope, T> work) {
        return preparations.exact(name, List.of(scope), () -> work.apply(scope));
    }

    private Scope scope(Asked asked) {
        return scope(asked, business.today());
    }

    static Scope scope(Asked asked, LocalDate today) {
        return Scope.of(asked.from(), asked.to(), asked.asOf(), asked.group(), today);
    }
}

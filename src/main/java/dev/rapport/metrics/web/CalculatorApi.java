package dev.rapport.metrics.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rapport.metrics.formula.Acquisition;
import dev.rapport.metrics.formula.Csat;
import dev.rapport.metrics.formula.DiscountedClv;
import dev.rapport.metrics.formula.Nps;
import dev.rapport.metrics.formula.PerpetualClv;
import dev.rapport.metrics.formula.Retention;
import dev.rapport.metrics.formula.RevenueRetention;
import dev.rapport.metrics.formula.Timing;
import dev.rapport.metrics.web.MetricsApi.RetentionBody;
import dev.rapport.metrics.web.MetricsApi.RevenueRetentionBody;
import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same formulas on numbers given in the body. Numbers are read as decimals, so that 7.5 isn't taken for 7. */
@RestController
@RequestMapping("/api/v1/calculators")
class CalculatorApi {

    record NpsInput(
            @Nullable List<@Nullable BigDecimal> scores,
            @Nullable BigDecimal promoters,
            @Nullable BigDecimal passives,
            @Nullable BigDecimal detractors)
            implements OfNumbers {}

    record CsatInput(
            @Nullable BigDecimal satisfied, @Nullable BigDecimal answers) implements OfNumbers {}

    record RetentionInput(
            @Nullable BigDecimal start,
            @Nullable BigDecimal end,
            @JsonProperty("new") @Nullable BigDecimal fresh) implements OfNumbers {}

    record RevenueRetentionInput(
            @Nullable BigDecimal start,
            @Nullable BigDecimal expansion,
            @Nullable BigDecimal contraction,
            @Nullable BigDecimal churn)
            implements OfNumbers {}

    record DiscountedClvInput(
            @Nullable List<@Nullable BigDecimal> cashFlows,
            @Nullable BigDecimal rate,
            @Nullable Timing timing) implements OfNumbers {}

    record PerpetualClvInput(
            @Nullable BigDecimal margin,
            @Nullable BigDecimal retention,
            @Nullable BigDecimal discount) implements OfNumbers {}

    record PerpetualClvBody(
            FigureBody firstPaymentNow,
            FigureBody firstPaymentNext,
            FigureBody atPeriodEnd,
            FigureBody marginMultiple) {}

    record AcquisitionInput(
            @Nullable BigDecimal spend,
            @Nullable BigDecimal newCustomers,
            @Nullable BigDecimal monthlyRevenuePerCustomer,
            @Nullable BigDecimal grossMargin,
            @Nullable BigDecimal monthlyChurn)
            implements OfNumbers {}

    record AcquisitionBody(FigureBody cac, FigureBody ltv, FigureBody ltvToCac, FigureBody paybackMonths) {}

    private final Bodies bodies;

    CalculatorApi(Bodies bodies) {
        this.bodies = bodies;
    }

    @PostMapping("/nps")
    FigureBody nps(@RequestBody NpsInput input, Locale locale) {
        boolean counted = input.promoters() != null || input.passives() != null || input.detractors() != null;
        if (counted && input.scores() != null) {
            throw new Refused("scores", "metrics.refused.scores.counted");
        }
        return bodies.of(
                counted
                        ? Nps.ofCounts(input.promoters(), input.passives(), input.detractors())
                        : Nps.ofScores(input.scores()),
                locale);
    }

    @PostMapping("/csat")
    FigureBody csat(@RequestBody CsatInput input, Locale locale) {
        return bodies.of(Csat.ofCounts(input.satisfied(), input.answers()), locale);
    }

    @PostMapping("/retention")
    RetentionBody retention(@RequestBody RetentionInput input, Locale locale) {
        Retention found = Retention.ofCounts(input.start(), input.end(), input.fresh());
        return new RetentionBody(bodies.of(found.retention(), locale), bodies.of(found.churn(), locale));
    }

    @PostMapping("/revenue-retention")
    RevenueRetentionBody revenueRetention(@RequestBody RevenueRetentionInput input, Locale locale) {
        RevenueRetention found =
                RevenueRetention.of(input.start(), input.expansion(), input.contraction(), input.churn());
        return new RevenueRetentionBody(bodies.of(found.nrr(), locale), bodies.of(found.grr(), locale));
    }

    @PostMapping("/discounted-clv")
    FigureBody discountedClv(@RequestBody DiscountedClvInput input, Locale locale) {
        return bodies.of(DiscountedClv.of(input.cashFlows(), input.rate(), input.timing()), locale);
    }

    @PostMapping("/perpetual-clv")
    PerpetualClvBody perpetualClv(@RequestBody PerpetualClvInput input, Locale locale) {
        PerpetualClv found = PerpetualClv.of(input.margin(), input.retention(), input.discount());
        return new PerpetualClvBody(
                bodies.of(found.firstPaymentNow(), locale),
                bodies.of(found.firstPaymentNext(), locale),
                bodies.of(found.atPeriodEnd(), locale),
                bodies.of(found.marginMultiple(), locale));
    }

    @PostMapping("/acquisition")
    AcquisitionBody acquisition(@RequestBody AcquisitionInput input, Locale locale) {
        Acquisition found = Acquisition.of(
                input.spend(),
                input.newCustomers(),
                input.monthlyRevenuePerCustomer(),
                input.grossMargin(),
                input.monthlyChurn());
        return new AcquisitionBody(
                bodies.of(found.cac(), locale),
                bodies.of(found.ltv(), locale),
                bodies.of(found.ltvToCac(), locale),
                bodies.of(found.paybackMonths(), locale));
    }
}

package dev.rapport.metrics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.model.BgNbd;
import dev.rapport.metrics.model.Buyers;
import dev.rapport.metrics.model.GammaGamma;
import dev.rapport.metrics.model.PurchaseFit;
import dev.rapport.metrics.model.PurchaseModel;
import dev.rapport.metrics.model.Spending;
import dev.rapport.metrics.web.PredictiveInput.Customer;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Fits BG/NBD and Gamma-Gamma to customers given in the body, or takes the parameters as given, and says what each will bring. */
@RestController
class PredictiveCalculatorApi {

    record Parameters(
            double r,
            double alpha,
            double a,
            double b,
            @Nullable Double p,
            @Nullable Double q,
            @Nullable Double v) {}

    record Predicted(
            @Nullable Object id,
            @Nullable Double pAlive,
            @Nullable Double expectedPurchases,
            @Nullable Double expectedValue,
            @Nullable Double clv) {}

    record Answer(
            @Nullable Parameters parameters,
            @Nullable Double logLikelihood,
            @Nullable Double gammaGammaLogLikelihood,
            boolean fitted,
            List<Predicted> customers,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {}

    private final Bodies bodies;

    PredictiveCalculatorApi(Bodies bodies) {
        this.bodies = bodies;
    }

    @Operation(
            description =
                    "Times in weeks. expectedPurchases are those within expectedWithinWeeks, else within the horizon;"
                            + " horizonMonths are 12 unless said otherwise, of 4.345 weeks each. Without parameters they are fitted.")
    @PostMapping("/api/v1/calculators/predictive-clv")
    Answer predict(@RequestBody PredictiveInput input, Locale locale) {
        List<Customer> customers = input.checked();
        Buyers.Collector collected = new Buyers.Collector();
        Spending spending = new Spending();
        for (Customer customer : customers) {
            collected.add(customer.x(), customer.tx(), customer.age());
            spending.add(customer.x(), customer.m());
        }
        Buyers buyers = collected.buyers();
        PurchaseFit fit = input.parameters() == null ? PurchaseFit.of(buyers, spending) : null;
        BgNbd buying = fit == null ? input.buying() : fit.buying();
        GammaGamma value = fit == null ? input.value() : fit.value();
        PurchaseModel model =
                buying == null ? null : new PurchaseModel(buying, input.months(), input.monthlyRate(), input.within());
        List<Predicted> predicted = customers.stream()
                .map(customer -> predicted(customer, model, value))
                .toList();
        String reason = reason(fit != null, buying, value, predicted);
        return new Answer(
                buying == null ? null : parameters(buying, value),
                buying == null || buyers.customers() == 0 ? null : known(buying.logLikelihood(buyers)),
                value == null || spending.customers() == 0 ? null : known(value.logLikelihood(spending)),
                fit != null && fit.converged(),
                predicted,
                reason == null ? null : bodies.text(Text.of(reason), locale));
    }

    /** Why something is null, if anything is. */
    private static @Nullable String reason(
            boolean fitting, @Nullable BgNbd buying, @Nullable GammaGamma value, List<Predicted> predicted) {
        if (buying == null) {
            return "metrics.reason.fit";
        }
        if (value == null) {
            return fitting ? "metrics.reason.fit.spending" : "metrics.reason.spending";
        }
        if (predicted.stream().anyMatch(one -> one.expectedValue() == null)) {
            return "metrics.reason.fit.endless";
        }
        return predicted.stream().anyMatch(one -> one.clv() == null) ? "metrics.reason.beyond" : null;
    }

    private static Parameters parameters(BgNbd buying, @Nullable GammaGamma value) {
        return new Parameters(
                buying.r(),
                buying.alpha(),
                buying.a(),
                buying.b(),
                value == null ? null : value.p(),
                value == null ? null : value.q(),
                value == null ? null : value.v());
    }

    private static Predicted predicted(Customer customer, @Nullable PurchaseModel model, @Nullable GammaGamma value) {
        if (model == null) {
            return new Predicted(customer.id(), null, null, null, null);
        }
        int x = customer.x();
        Double spend = value == null ? null : value.expectedValue(x, customer.m());
        return new Predicted(
                customer.id(),
                known(model.alive(x, customer.tx(), customer.age())),
                known(model.expectedPurchases(x, customer.tx(), customer.age())),
                spend,
                spend == null ? null : known(spend * model.discountedPurchases(x, customer.tx(), customer.age())));
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}

package dev.rapport.metrics.predictive;

import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.model.BgNbd;
import dev.rapport.metrics.model.GammaGamma;
import dev.rapport.metrics.model.PurchaseModel;
import org.jspecify.annotations.Nullable;

/** What the models say of one customer after another; without a model of both, the reason. */
public final class BuyerValues {

    /** Of a customer: money is revenue; null where it isn't known. */
    public record BuyerValue(
            BuyerRow buyer,
            @Nullable Double alive,
            @Nullable Double expectedPurchases,
            @Nullable Double expectedValue,
            @Nullable Double clv,
            @Nullable Text reason) {}

    private final @Nullable PurchaseModel buying;
    private final @Nullable GammaGamma value;

    public BuyerValues(StoredFit fit, Horizon horizon) {
        BgNbd fitted = fit.buying();
        buying = fitted == null ? null : TotalValue.model(fitted, horizon);
        value = fit.value();
    }

    public BuyerValue of(BuyerRow buyer) {
        if (buying == null) {
            return new BuyerValue(buyer, null, null, null, null, Text.of("metrics.reason.fit"));
        }
        double alive = buying.alive(buyer.x(), buyer.tx(), buyer.t());
        double purchases = buying.expectedPurchases(buyer.x(), buyer.tx(), buyer.t());
        Double spend = value == null ? null : value.expectedValue(buyer.x(), buyer.m());
        if (spend == null) {
            String reason = value == null ? "metrics.reason.fit.spending" : "metrics.reason.fit.endless";
            return new BuyerValue(buyer, alive, purchases, null, null, Text.of(reason));
        }
        double clv = spend * buying.discountedPurchases(buyer.x(), buyer.tx(), buyer.t());
        return new BuyerValue(buyer, alive, purchases, spend, clv, null);
    }
}

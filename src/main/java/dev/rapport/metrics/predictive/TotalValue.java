package dev.rapport.metrics.predictive;

import dev.rapport.metrics.model.BgNbd;
import dev.rapport.metrics.model.Foresight;
import dev.rapport.metrics.model.PurchaseModel;
import dev.rapport.metrics.model.Variations;
import dev.rapport.metrics.predictive.FitStore.Total;
import org.jspecify.annotations.Nullable;

/** Adds customers up, by the fitted parameters and by each of them a little off, which gives the sum's standard error. */
final class TotalValue {

    private static final int KEPT = 50_000;

    private final double[] revenue;
    private final @Nullable Foresight foresight;
    private final @Nullable Variations variations;
    private final @Nullable PurchaseModel buying;
    private long customers;
    private double purchases;
    private double alive;
    private boolean endless;

    TotalValue(StoredFit fit, Horizon horizon) {
        variations = fit.variations();
        BgNbd fitted = fit.buying();
        buying = fitted == null ? null : model(fitted, horizon);
        foresight =
                variations == null ? null : new Foresight(variations, horizon.months(), horizon.monthlyRate(), KEPT);
        revenue = new double[variations == null ? 0 : variations.models().size()];
    }

    static PurchaseModel model(BgNbd fitted, Horizon horizon) {
        return new PurchaseModel(
                fitted, horizon.months(), horizon.monthlyRate(), horizon.months() * PurchaseModel.WEEKS_OF_MONTH);
    }

    void add(BuyerRow buyer) {
        customers++;
        if (buying != null) {
            purchases += buying.expectedPurchases(buyer.x(), buyer.tx(), buyer.t());
            alive += buying.alive(buyer.x(), buyer.tx(), buyer.t());
        }
        if (foresight != null) {
            double[] values = foresight.values(buyer.x(), buyer.tx(), buyer.t(), buyer.m());
            for (int i = 0; i < revenue.length; i++) {
                endless |= Double.isNaN(values[i]);
                revenue[i] += values[i];
            }
        }
    }

    Total total() {
        boolean known = variations != null && !endless && customers > 0 && Double.isFinite(revenue[0]);
        double error = known && variations != null && revenue[0] > 0 ? variations.logError(revenue) : Double.NaN;
        return new Total(
                customers,
                known ? Double.valueOf(revenue[0]) : null,
                Double.isFinite(error) ? Double.valueOf(error) : null,
                purchases,
                alive);
    }
}

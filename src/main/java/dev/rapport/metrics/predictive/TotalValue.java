package dev.rapport.metrics.predictive;

import dev.rapport.metrics.model.BgNbd;
import dev.rapport.metrics.model.GammaGamma;
import dev.rapport.metrics.model.PurchaseModel;
import dev.rapport.metrics.model.Variations;
import dev.rapport.metrics.model.Variations.Models;
import dev.rapport.metrics.predictive.FitStore.Total;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds customers up, by the fitted parameters and by each of them a little off, which gives the sum's standard error. */
final class TotalValue {

    private record Side(PurchaseModel buying, GammaGamma value) {}

    private final List<Side> sides = new ArrayList<>();
    private final double[] revenue;
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
        if (variations != null) {
            for (Models models : variations.models()) {
                sides.add(new Side(model(models.buying(), horizon), models.value()));
            }
        }
        revenue = new double[sides.size()];
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
        for (int i = 0; i < revenue.length; i++) {
            Side side = sides.get(i);
            Double value = side.value().expectedValue(buyer.x(), buyer.m());
            endless |= value == null;
            revenue[i] +=
                    value == null ? 0 : value * side.buying().discountedPurchases(buyer.x(), buyer.tx(), buyer.t());
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

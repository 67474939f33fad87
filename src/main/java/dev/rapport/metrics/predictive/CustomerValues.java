package dev.rapport.metrics.predictive;

import dev.rapport.metrics.formula.Interval;
import dev.rapport.metrics.model.PurchaseModel;
import dev.rapport.metrics.model.Variations;
import dev.rapport.metrics.predictive.BuyerValues.BuyerValue;
import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the last fit says of one customer, by all that the customer has bought up to today. */
@Service
@Transactional(readOnly = true)
public class CustomerValues {

    private final FitStore store;
    private final BuyerQuery buyers;
    private final BusinessSettings business;

    CustomerValues(FitStore store, BuyerQuery buyers, BusinessSettings business) {
        this.store = store;
        this.buyers = buyers;
        this.business = business;
    }

    /** Empty without a fit worth showing, and for who has bought nothing. */
    public Optional<CustomerValue> of(long customerId) {
        return store.latest(business.today())
                .filter(fit -> fit.reason() == null)
                .flatMap(fit -> buyers.of(customerId, business.today()).map(buyer -> value(fit, buyer)));
    }

    private CustomerValue value(StoredFit fit, BuyerRow buyer) {
        Horizon horizon = Horizon.of(business);
        BuyerValue found = new BuyerValues(fit, horizon).of(buyer);
        Interval range = range(fit, buyer, horizon, found.clv());
        BigDecimal share = business.grossMargin().movePointLeft(2);
        return new CustomerValue(
                fit.asOf(),
                horizon.months(),
                decimal(100 * (found.alive() == null ? 0 : found.alive())),
                decimal(found.expectedPurchases() == null ? 0 : found.expectedPurchases()),
                found.clv() == null ? null : decimal(found.clv()),
                range == null ? null : range.low(),
                range == null ? null : range.high(),
                found.clv() == null ? null : decimal(found.clv()).multiply(share));
    }

    private static @Nullable Interval range(StoredFit fit, BuyerRow buyer, Horizon horizon, @Nullable Double clv) {
        Variations variations = fit.variations();
        if (variations == null || clv == null || clv <= 0) {
            return null;
        }
        double[] values = variations.models().stream()
                .mapToDouble(models -> {
                    PurchaseModel buying = TotalValue.model(models.buying(), horizon);
                    Double spend = models.value().expectedValue(buyer.x(), buyer.m());
                    return spend == null
                            ? Double.NaN
                            : spend * buying.discountedPurchases(buyer.x(), buyer.tx(), buyer.t());
                })
                .toArray();
        double error = variations.logError(values);
        return Double.isFinite(error) ? Interval.factor(decimal(clv), error) : null;
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).round(MathContext.DECIMAL64);
    }
}

package dev.rapport.metrics.predictive;

import dev.rapport.metrics.Lately;
import dev.rapport.metrics.formula.Interval;
import dev.rapport.metrics.model.Foresight;
import dev.rapport.metrics.model.Foresight.Expected;
import dev.rapport.metrics.model.Variations;
import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the last fit says of customers, by all that each has bought up to today. One statement, however many are asked about. */
@Service
@Transactional(readOnly = true)
public class CustomerValues {

    private record Key(long fit, Instant fittedAt, Horizon horizon) {}

    private static final int KEPT = 5000;

    private final BuyerQuery buyers;
    private final BusinessSettings business;
    private final Lately<Key, Foresight> known = new Lately<>();

    CustomerValues(BuyerQuery buyers, BusinessSettings business) {
        this.buyers = buyers;
        this.business = business;
    }

    /** Empty without a fit worth showing, and for who has bought nothing. */
    public Optional<CustomerValue> of(long customerId) {
        return of(List.of(customerId)).map(found -> found.of(customerId));
    }

    /** Empty without a fit worth showing. */
    public Optional<CustomerWorths> of(List<Long> customerIds) {
        return buyers.withFit(customerIds, business.today()).flatMap(found -> worths(found.fit(), found.buyers()));
    }

    private Optional<CustomerWorths> worths(StoredFit fit, List<BuyerRow> rows) {
        Variations variations = fit.reason() == null ? fit.variations() : null;
        if (variations == null) {
            return Optional.empty();
        }
        Horizon horizon = Horizon.of(business);
        Foresight foresight = known.of(
                new Key(fit.id(), fit.fittedAt(), horizon),
                () -> new Foresight(variations, horizon.months(), horizon.monthlyRate(), KEPT));
        Map<Long, CustomerValue> values = new LinkedHashMap<>();
        rows.forEach(row -> values.put(row.id(), value(fit, row, foresight, horizon)));
        return Optional.of(new CustomerWorths(fit.asOf(), horizon.months(), values));
    }

    private CustomerValue value(StoredFit fit, BuyerRow buyer, Foresight foresight, Horizon horizon) {
        Expected found = foresight.of(buyer.x(), buyer.tx(), buyer.t(), buyer.m());
        BigDecimal clv = found.value() == null ? null : decimal(found.value());
        Interval range =
                clv != null && Double.isFinite(found.logError()) ? Interval.factor(clv, found.logError()) : null;
        BigDecimal share = business.grossMargin().movePointLeft(2);
        return new CustomerValue(
                fit,
                buyer,
                horizon.months(),
                decimal(100 * found.alive()),
                decimal(found.purchases()),
                found.spend() == null ? null : decimal(found.spend()),
                clv,
                range == null ? null : range.low(),
                range == null ? null : range.high(),
                clv == null ? null : clv.multiply(share));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).round(MathContext.DECIMAL64);
    }
}

package dev.rapport.metrics.acquisition;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.DiscountedValue;
import dev.rapport.metrics.FactVersionQuery;
import dev.rapport.metrics.FactVersionQuery.FactVersion;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.formula.Exact;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.formula.Unit;
import dev.rapport.metrics.predictive.BuyerQuery;
import dev.rapport.metrics.predictive.BuyerValues;
import dev.rapport.metrics.predictive.Fits;
import dev.rapport.metrics.predictive.Horizon;
import dev.rapport.metrics.predictive.StoredFit;
import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a customer of each channel is worth in margin: predicted where it can be, else the discounted value of any. */
@Component
class ChannelValues {

    /** @param all of the whole scope */
    record Values(Figure all, Map<String, Figure> channels) {

        Figure of(String channel) {
            return channels.getOrDefault(channel, all);
        }
    }

    private record Sum(double value, long customers) {

        Sum add(Sum other) {
            return new Sum(value + other.value, customers + other.customers);
        }
    }

    private record Key(LocalDate asOf, CustomerGroup group, FactVersion version, long fit, Horizon horizon) {}

    private static final int KEPT = 8;

    private final Fits fits;
    private final BuyerQuery buyers;
    private final FactVersionQuery versions;
    private final DiscountedValue discounted;
    private final BusinessSettings business;
    private final TransactionTemplate reading;
    private final Map<Key, Map<String, Sum>> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Map<String, Sum>> eldest) {
            return size() > KEPT;
        }
    };

    ChannelValues(
            Fits fits,
            BuyerQuery buyers,
            FactVersionQuery versions,
            DiscountedValue discounted,
            BusinessSettings business,
            PlatformTransactionManager transactions) {
        this.fits = fits;
        this.buyers = buyers;
        this.versions = versions;
        this.discounted = discounted;
        this.business = business;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    Values exact(Scope scope) {
        return values(scope, fits.of(scope.asOf()));
    }

    Values last(Scope scope) {
        return values(scope, fits.last(scope.asOf()).orElse(null));
    }

    private Values values(Scope scope, @Nullable StoredFit fit) {
        if (fit == null || fit.reason() != null) {
            return new Values(discounted.of(scope.asOf(), scope.group()), Map.of());
        }
        Map<String, Sum> sums = sums(scope, fit);
        Map<String, Figure> channels = new HashMap<>();
        sums.forEach((channel, sum) -> channels.put(channel, margin(sum)));
        return new Values(margin(sums.values().stream().reduce(new Sum(0, 0), Sum::add)), Map.copyOf(channels));
    }

    private Map<String, Sum> sums(Scope scope, StoredFit fit) {
        Horizon horizon = Horizon.of(business);
        Key key = new Key(scope.asOf(), scope.group(), versions.now(), fit.id(), horizon);
        synchronized (known) {
            Map<String, Sum> found = known.get(key);
            if (found != null) {
                return found;
            }
        }
        Map<String, Sum> sums = new HashMap<>();
        BuyerValues values = new BuyerValues(fit, horizon);
        reading.executeWithoutResult(status -> buyers.eachOfChannel(scope.asOf(), scope.group(), (channel, buyer) -> {
            Double clv = values.of(buyer).clv();
            sums.merge(channel, new Sum(clv == null ? 0 : clv, 1), Sum::add);
        }));
        synchronized (known) {
            known.put(key, sums);
        }
        return sums;
    }

    private Figure margin(Sum sum) {
        Text formula = Text.of("metrics.predictive.margin");
        BigDecimal share = business.grossMargin().movePointLeft(2);
        if (sum.customers() == 0) {
            return Figure.in(Unit.MONEY).n(0).unknown("metrics.reason.purchases", formula);
        }
        BigDecimal revenue = Exact.tidy(BigDecimal.valueOf(sum.value() / sum.customers()));
        return Figure.in(Unit.MONEY)
                .n(sum.customers())
                .input("clv", revenue)
                .input("grossMargin", share)
                .value(revenue.multiply(share), formula);
    }
}

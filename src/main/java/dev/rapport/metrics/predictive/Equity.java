package dev.rapport.metrics.predictive;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.predictive.BuyerValues.BuyerValue;
import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What all customers are worth together, in margin: who makes it up and why it moved. Both days are
 * valued by the later fit, so that a move is what customers did and never what a new fit thinks of
 * them. The last answers are kept until purchases change.
 */
@Service
public class Equity {

    /** The customers worth most, and by how much the whole moved. */
    public record Answer(EquityMove move, List<BuyerValue> top) {}

    private record Key(LocalDate from, LocalDate to, long fit, long dataVersion, Horizon horizon, BigDecimal margin) {}

    private static final int KEPT = 8;
    private static final int TOP = 100;

    private final BuyerQuery buyers;
    private final BusinessSettings business;
    private final TransactionTemplate reading;
    private final Map<Key, Answer> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
            return size() > KEPT;
        }
    };

    Equity(BuyerQuery buyers, BusinessSettings business, PlatformTransactionManager transactions) {
        this.buyers = buyers;
        this.business = business;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** Between a day and the one before which the fit ends. */
    public Answer since(LocalDate from, StoredFit fit) {
        Horizon horizon = Horizon.of(business);
        BigDecimal margin = business.grossMargin().movePointLeft(2);
        Key key = new Key(from, fit.asOf(), fit.id(), buyers.dataVersion(), horizon, margin);
        synchronized (known) {
            Answer found = known.get(key);
            if (found != null) {
                return found;
            }
        }
        Answer made = reading.execute(status -> make(from, fit, horizon, margin));
        synchronized (known) {
            known.put(key, made);
        }
        return made;
    }

    /** The hundred customers worth most. */
    public List<TopBuyer> top(Answer answer) {
        List<BuyerValue> top = answer.top();
        Map<Long, String> names =
                buyers.names(top.stream().map(value -> value.buyer().id()).toList());
        return top.stream()
                .map(value -> new TopBuyer(
                        value.buyer().id(),
                        names.getOrDefault(value.buyer().id(), ""),
                        value.buyer().x() + 1,
                        Math.round(value.buyer().t() - value.buyer().tx()),
                        value.alive() == null ? null : BigDecimal.valueOf(100 * value.alive()),
                        decimal(value.expectedPurchases()),
                        decimal(value.expectedValue()),
                        decimal(value.clv())))
                .toList();
    }

    private static @Nullable BigDecimal decimal(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private Answer make(LocalDate from, StoredFit fit, Horizon horizon, BigDecimal margin) {
        BuyerValues values = new BuyerValues(fit, horizon);
        Worths then = new Worths();
        buyers.each(from, CustomerGroup.EVERYBODY, buyer -> then.add(buyer.id(), worth(values.of(buyer))));
        double[] sums = new double[5];
        long[] counts = new long[3];
        Comparator<BuyerValue> byWorth = Comparator.comparingDouble(Equity::worth);
        PriorityQueue<BuyerValue> top = new PriorityQueue<>(byWorth);
        buyers.each(fit.asOf(), CustomerGroup.EVERYBODY, buyer -> {
            BuyerValue value = values.of(buyer);
            double now = worth(value);
            double before = then.of(buyer.id());
            int kind = Double.isNaN(before) ? 0 : now > before ? 1 : 2;
            sums[0] += kind == 0 ? 0 : before;
            sums[1 + kind] += kind == 0 ? now : now - before;
            sums[4] += now;
            counts[kind] += kind == 0 || now != before ? 1 : 0;
            top.add(value);
            if (top.size() > TOP) {
                top.poll();
            }
        });
        List<BuyerValue> sorted = new ArrayList<>(top);
        sorted.sort(byWorth.reversed().thenComparing(value -> value.buyer().id()));
        EquityMove move = new EquityMove(
                from,
                fit.asOf(),
                money(sums[0], margin),
                money(sums[1], margin),
                counts[0],
                money(sums[2], margin),
                counts[1],
                money(sums[3], margin),
                counts[2],
                money(sums[4], margin));
        return new Answer(move, List.copyOf(sorted));
    }

    private static double worth(BuyerValue value) {
        return value.clv() == null ? 0 : value.clv();
    }

    private static BigDecimal money(double revenue, BigDecimal margin) {
        return BigDecimal.valueOf(revenue).multiply(margin).setScale(4, RoundingMode.HALF_EVEN);
    }
}

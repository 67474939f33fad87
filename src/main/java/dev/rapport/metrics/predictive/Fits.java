package dev.rapport.metrics.predictive;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.model.BgNbd;
import dev.rapport.metrics.model.Buyers;
import dev.rapport.metrics.model.Optimum;
import dev.rapport.metrics.model.PurchaseFit;
import dev.rapport.metrics.model.Repeats;
import dev.rapport.metrics.model.Spending;
import dev.rapport.metrics.predictive.FitStore.Total;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fits the models and keeps the fits. Not to be called within a transaction: a fit can take seconds
 * and whoever asks meanwhile waits for the same one, without a connection.
 */
@Service
public class Fits {

    private final BuyerQuery buyers;
    private final FitStore store;
    private final Clock clock;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final ReentrantLock one = new ReentrantLock();

    Fits(BuyerQuery buyers, FitStore store, Clock clock, PlatformTransactionManager transactions) {
        this.buyers = buyers;
        this.store = store;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.writing = new TransactionTemplate(transactions);
    }

    /** The fit to all that is known now of a day; made first where there is none. */
    public StoredFit of(LocalDate asOf) {
        Optional<StoredFit> found = current(asOf);
        if (found.isPresent()) {
            return found.get();
        }
        one.lock();
        try {
            return current(asOf).orElseGet(() -> made(asOf));
        } finally {
            one.unlock();
        }
    }

    /** The last fit up to a day, be it of older data. */
    public Optional<StoredFit> last(LocalDate asOf) {
        return store.latest(asOf);
    }

    /** Fit and total as of a day, ready for pages. */
    public void prepare(LocalDate asOf, Horizon horizon) {
        total(of(asOf), horizon);
    }

    Total total(StoredFit fit, Horizon horizon) {
        return store.total(fit.id(), horizon).orElseGet(() -> {
            Total total = total(fit, horizon, CustomerGroup.EVERYBODY);
            if (buyers.dataVersion() == fit.dataVersion()) {
                writing.executeWithoutResult(status -> store.save(fit.id(), horizon, total));
            }
            return total;
        });
    }

    Total total(StoredFit fit, Horizon horizon, CustomerGroup group) {
        TotalValue total = new TotalValue(fit, horizon);
        reading.executeWithoutResult(status -> buyers.each(fit.asOf(), group, total::add));
        return total.total();
    }

    private Optional<StoredFit> current(LocalDate asOf) {
        return store.find(asOf, buyers.dataVersion());
    }

    private StoredFit made(LocalDate asOf) {
        Buyers.Collector collected = new Buyers.Collector();
        Spending spending = new Spending();
        long version = Optional.ofNullable(reading.execute(status -> {
                    buyers.each(asOf, CustomerGroup.EVERYBODY, buyer -> {
                        collected.add(buyer.x(), buyer.tx(), buyer.t());
                        spending.add(buyer.x(), buyer.m());
                    });
                    return buyers.dataVersion();
                }))
                .orElseThrow();
        Buyers merged = collected.buyers();
        PurchaseFit fit = PurchaseFit.of(merged, spending);
        BgNbd model = fit.buying();
        StoredFit made = new StoredFit(
                0,
                asOf,
                version,
                clock.instant(),
                fit.customers(),
                fit.repeaters(),
                converged(fit.purchases()),
                converged(fit.spending()),
                Arrays.stream(Repeats.seen(merged)).boxed().toList(),
                model == null
                        ? List.of()
                        : Arrays.stream(Repeats.expected(model, merged)).boxed().toList());
        writing.executeWithoutResult(status -> {
            buyers.addUpChanges();
            store.save(made);
        });
        return store.find(asOf, version).orElse(made);
    }

    private static @Nullable Optimum converged(Optimum optimum) {
        return optimum.converged() ? optimum : null;
    }
}

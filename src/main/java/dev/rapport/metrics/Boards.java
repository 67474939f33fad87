package dev.rapport.metrics;

import dev.rapport.metrics.BoardStore.Found;
import dev.rapport.metrics.BoardStore.Kept;
import dev.rapport.metrics.FactLogQuery.Changed;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sums of dashboards, exact at any moment: those taken before, less what changed customers contributed then, plus what
 * they contribute now. Everything is read again only where too much has changed at once. Not to be called within a
 * transaction.
 */
@Component
class Boards {

    /** As many as a dashboard lists. */
    static final int LISTED = 6;

    private final BoardSums sums;
    private final OverviewQuery overview;
    private final FactLogQuery log;
    private final BoardStore store;
    private final Clock clock;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final ReentrantLock one = new ReentrantLock();

    Boards(
            BoardSums sums,
            OverviewQuery overview,
            FactLogQuery log,
            BoardStore store,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sums = sums;
        this.overview = overview;
        this.log = log;
        this.store = store;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.writing = new TransactionTemplate(transactions);
    }

    /** As of this moment. */
    Kept of(BoardScope scope) {
        Kept followed = reading(() -> followed(scope));
        if (followed != null) {
            return saved(scope, followed);
        }
        boolean waited = !one.tryLock();
        if (waited) {
            one.lock();
        }
        try {
            Kept meanwhile = waited ? reading(() -> followed(scope)) : null;
            return saved(
                    scope, meanwhile == null ? Objects.requireNonNull(reading(() -> recounted(scope))) : meanwhile);
        } finally {
            one.unlock();
        }
    }

    private @Nullable Kept reading(Supplier<@Nullable Kept> work) {
        return reading.execute(status -> work.get());
    }

    private Kept saved(BoardScope scope, Kept kept) {
        if (kept.news()) {
            writing.executeWithoutResult(status -> store.save(scope, kept));
        }
        return kept;
    }

    /** Null where that takes reading everything. */
    private @Nullable Kept followed(BoardScope scope) {
        Found found = store.find(scope);
        Kept known = found.kept();
        if (known == null || !found.followable()) {
            return null;
        }
        if (found.changes() == 0) {
            return known;
        }
        Changed changed = log.since(known.snapshot());
        if (!changed.sound()) {
            return null;
        }
        List<Ranking.Buyer> now = overview.ranked(scope.now(), Integer.MAX_VALUE, changed.now());
        Ranking ranking = known.ranking().with(changed.customers(), now);
        return new Kept(
                known.sums().minus(sums.of(scope, changed.then())).plus(sums.of(scope, changed.now())),
                ranking.tells(LISTED) ? ranking : ranking(scope),
                found.now(),
                clock.instant(),
                known.took(),
                true);
    }

    /** From all facts. */
    Kept recounted(BoardScope scope) {
        long begin = System.nanoTime();
        String snapshot = store.find(scope).now();
        Sums all = sums.of(scope, CustomerGroup.EVERYBODY);
        Ranking ranking = ranking(scope);
        long took = (System.nanoTime() - begin) / 1_000_000;
        return new Kept(all, ranking, snapshot, clock.instant(), took, true);
    }

    private Ranking ranking(BoardScope scope) {
        return Ranking.of(overview.ranked(scope.now(), Ranking.KEPT, CustomerGroup.EVERYBODY));
    }
}

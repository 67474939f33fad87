package dev.rapport.metrics;

import dev.rapport.metrics.BoardStore.Found;
import dev.rapport.metrics.BoardStore.Kept;
import dev.rapport.metrics.FactLogQuery.Changed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
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

    /** Longer than a founder waits for a page. */
    private static final Duration LONG = Duration.ofMillis(1500);

    private static final Duration ASKED = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(3);

    /** @param exact null where that takes reading everything */
    private record Followed(@Nullable Kept last, @Nullable Kept exact) {}

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

    /** As of this moment, however long that takes. */
    Kept of(BoardScope scope) {
        return of(scope, clock.instant(), Long.MAX_VALUE);
    }

    /** As of this moment where that is a matter of moments; else stale as they were last, and {@link #of} is to be called. */
    Kept soon(BoardScope scope) {
        return of(scope, clock.instant(), LONG.toMillis());
    }

    /** Whether there are any of an earlier moment. */
    boolean knows(BoardScope scope) {
        return store.has(scope);
    }

    /** Ready for who asks next. */
    void prepare(BoardScope scope) {
        of(scope, clock.instant().minus(ASKED), Long.MAX_VALUE);
    }

    /** Takes in what has changed, so that the log can be shortened; what nobody asked for in a while is dropped. */
    void keepUp() {
        Instant now = clock.instant();
        store.scopes().forEach((scope, askedAt) -> {
            Kept followed =
                    askedAt.isBefore(now.minus(KEPT)) ? null : followed(scope).exact();
            if (followed != null) {
                saved(scope, followed, askedAt);
            } else if (askedAt.isBefore(now.minus(ASKED))) {
                writing.executeWithoutResult(status -> store.drop(scope));
            } else {
                of(scope, askedAt, Long.MAX_VALUE);
            }
        });
        writing.executeWithoutResult(status -> store.shortenLog());
    }

    private Kept of(BoardScope scope, Instant askedAt, long patience) {
        Followed followed = followed(scope);
        if (followed.exact() != null) {
            return saved(scope, followed.exact(), askedAt);
        }
        if (followed.last() != null && followed.last().took() > patience) {
            return followed.last().asStale();
        }
        boolean waited = !one.tryLock();
        if (waited) {
            one.lock();
        }
        try {
            Kept meanwhile = waited ? followed(scope).exact() : null;
            return saved(scope, meanwhile == null ? counted(scope) : meanwhile, askedAt);
        } finally {
            one.unlock();
        }
    }

    private Kept counted(BoardScope scope) {
        return Objects.requireNonNull(reading.execute(status -> recounted(scope)));
    }

    private Followed followed(BoardScope scope) {
        return Objects.requireNonNull(reading.execute(status -> {
            Found found = store.find(scope);
            return new Followed(found.kept(), exact(scope, found));
        }));
    }

    private Kept saved(BoardScope scope, Kept kept, Instant askedAt) {
        if (kept.news()) {
            writing.executeWithoutResult(status -> store.save(scope, kept, askedAt));
        }
        return kept;
    }

    /** Null where that takes reading everything. */
    private @Nullable Kept exact(BoardScope scope, Found found) {
        Kept known = found.kept();
        if (known == null || !found.followable() || found.changes() == 0) {
            return found.followable() ? known : null;
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
                true,
                false);
    }

    /** From all facts. */
    Kept recounted(BoardScope scope) {
        long begin = System.nanoTime();
        String snapshot = store.find(scope).now();
        Sums all = sums.of(scope, CustomerGroup.EVERYBODY);
        Ranking ranking = ranking(scope);
        long took = (System.nanoTime() - begin) / 1_000_000;
        return new Kept(all, ranking, snapshot, clock.instant(), took, true, false);
    }

    private Ranking ranking(BoardScope scope) {
        return Ranking.of(overview.ranked(scope.now(), Ranking.KEPT, CustomerGroup.EVERYBODY));
    }
}

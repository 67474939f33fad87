package dev.rapport.metrics;

import dev.rapport.metrics.FactVersionQuery.FactVersion;
import dev.rapport.platform.BusinessSettings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The dashboards worked out last. Each is good as long as the facts, the settings and the day are those that it was worked
 * out from, so it is never out of date unless it says so; whoever asks for one that is being worked out waits for it.
 */
@Component
class RememberedDashboards {
    private static final int KEPT = 32;

    /** @param since when facts have changed after that the dashboard doesn't know of yet; null where it knows them all */
    record Shown(Dashboard dashboard, @Nullable Instant since) {}

    private record Key(Period period, FactVersion version, List<Object> settings) {}

    private final FactVersionQuery versions;
    private final BusinessSettings business;
    private final Map<Key, FutureTask<Shown>> known = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, FutureTask<Shown>> eldest) {
            return size() > KEPT;
        }
    };

    RememberedDashboards(FactVersionQuery versions, BusinessSettings business) {
        this.versions = versions;
        this.business = business;
    }

    /** The facts are looked at first: what changes while the figures are worked out makes the next one ask anew. */
    Shown of(Period period, Supplier<Shown> figures) {
        Key key = new Key(period, versions.now(), settings());
        var mine = new FutureTask<>(figures::get);
        FutureTask<Shown> task;
        synchronized (known) {
            task = known.computeIfAbsent(key, missing -> mine);
        }
        if (task == mine) {
            mine.run();
        }
        try {
            Shown shown = task.get();
            if (shown.since() != null) {
                forget(key, task);
            }
            return shown;
        } catch (ExecutionException | CancellationException failed) {
            forget(key, task);
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Of any moment. */
    boolean knows(Period period) {
        synchronized (known) {
            return known.keySet().stream().anyMatch(key -> key.period().equals(period));
        }
    }

    private void forget(Key key, FutureTask<Shown> task) {
        synchronized (known) {
            known.remove(key, task);
        }
    }

    /** By value: another instance's change of them reaches this one some seconds after its facts do. */
    private List<Object> settings() {
        return List.of(
                business.today(),
                business.zone(),
                business.currency(),
                business.grossMargin(),
                business.discountRate(),
                business.clvYears(),
                String.valueOf(business.churnDays()));
    }
}

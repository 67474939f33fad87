package dev.rapport.exchange;

import dev.rapport.exchange.source.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One import after the other. What a restart cuts off had changed nothing and begins anew. */
@Component
class ImportQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);
    private static final int RUNS = 3;
    private static final long PAUSE_SECONDS = 2;
    private static final long PATIENCE_SECONDS = 60;
    private static final long PATIENCE_AT_THE_END_SECONDS = 10;

    private final ImportRecords records;
    private final ImportJob job;
    private final Uploads uploads;
    private final Map<Long, Running> running = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "import");
        thread.setDaemon(true);
        return thread;
    });

    ImportQueue(ImportRecords records, ImportJob job, Uploads uploads) {
        this.records = records;
        this.job = job;
        this.uploads = uploads;
    }

    /** Only what was sent to this instance: on the same database others work too, whose files are in their homes. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (Long id : records.open()) {
            if (uploads.isHere(records.get(id).storedAs())) {
                records.move(id, ImportState.RUNNING, ImportState.QUEUED);
                submit(id);
            }
        }
    }

    void submit(long id) {
        var one = new Running(new Progress(), new CompletableFuture<>());
        running.put(id, one);
        worker.execute(() -> {
            try {
                run(id, one.progress());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                running.remove(id);
                one.end().complete(id);
            }
        });
    }

    /** What a lost database cuts off begins anew once it is back; a few times, lest the import itself brings it down. */
    private void run(long id, Progress progress) throws InterruptedException {
        for (int left = RUNS; left > 0; left--) {
            try {
                job.run(id, progress);
                return;
            } catch (RuntimeException e) {
                LOG.warn("Import {} was cut off: {}", id, String.valueOf(e.getMessage()));
                progress.beginAnew();
                awaitDatabase(id, left > 1, progress);
            }
        }
    }

    private void awaitDatabase(long id, boolean again, Progress progress) throws InterruptedException {
        while (!progress.isAbandoned()) {
            try {
                if (again) {
                    records.move(id, ImportState.RUNNING, ImportState.QUEUED);
                } else {
                    records.failed(id, Reason.of(null, "exchange.failed.away"));
                }
                return;
            } catch (RuntimeException e) {
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            }
        }
    }

    /** How far an import is that waits or runs. */
    Optional<Progress> progress(long id) {
        return Optional.ofNullable(running.get(id)).map(Running::progress);
    }

    /** Stops an import that runs, and waits until it has. */
    void stop(long id) {
        Running one = running.get(id);
        if (one == null) {
            return;
        }
        one.progress().stop();
        try {
            one.end().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("import " + id + " would not stop", e);
        }
    }

    /** Ends before the database does: what is under way is rolled back and begins anew at the next start. */
    @Override
    public void close() throws InterruptedException {
        worker.shutdown();
        running.values().forEach(one -> one.progress().abandon());
        if (!worker.awaitTermination(PATIENCE_AT_THE_END_SECONDS, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    private record Running(Progress progress, CompletableFuture<Long> end) {}
}

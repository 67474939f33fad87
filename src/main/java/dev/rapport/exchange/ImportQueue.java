package dev.rapport.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One import after the other. What a restart cuts off had changed nothing and begins anew. */
@Component
class ImportQueue implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final long PATIENCE_AT_THE_END_SECONDS = 10;

    private final ImportRecords records;
    private final ImportJob job;
    private final Map<Long, Running> running = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "import");
        thread.setDaemon(true);
        return thread;
    });

    ImportQueue(ImportRecords records, ImportJob job) {
        this.records = records;
        this.job = job;
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (Long id : records.open()) {
            records.move(id, ImportState.RUNNING, ImportState.QUEUED);
            submit(id);
        }
    }

    void submit(long id) {
        var one = new Running(new Progress(), new CompletableFuture<>());
        running.put(id, one);
        worker.execute(() -> {
            try {
                job.run(id, one.progress());
            } finally {
                running.remove(id);
                one.end().complete(id);
            }
        });
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

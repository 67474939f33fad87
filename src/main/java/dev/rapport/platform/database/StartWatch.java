package dev.rapport.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notices that PostgreSQL has given up starting: the library would go on asking it until its patience ends. */
final class StartWatch implements Runnable {
    private static final long LOOK_EACH_MS = 20;

    private final Path data;
    private final Thread waiting;
    private boolean over;
    private boolean gaveUp;

    private StartWatch(Path data, Thread waiting) {
        this.data = data;
        this.waiting = waiting;
    }

    static EmbeddedPostgres start(EmbeddedPostgres.Builder server, Path data) throws IOException {
        StartWatch watch = new StartWatch(data, Thread.currentThread());
        Thread thread = new Thread(watch, "postgresql-start");
        thread.setDaemon(true);
        thread.start();
        try {
            EmbeddedPostgres started = server.start();
            if (watch.end()) {
                throw new IOException("PostgreSQL ended while it was starting");
            }
            return started;
        } finally {
            watch.end();
        }
    }

    @Override
    public void run() {
        @Nullable ProcessHandle starter = null;
        while (goesOn()) {
            if (starter == null) {
                starter = starter().orElse(null);
            } else if (!starter.isAlive() && !serverLives()) {
                giveUp();
            }
            try {
                Thread.sleep(LOOK_EACH_MS);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private synchronized boolean goesOn() {
        return !over;
    }

    /** Interrupted, the library returns at once, as if all were well. */
    private synchronized void giveUp() {
        if (!over) {
            over = true;
            gaveUp = true;
            waiting.interrupt();
        }
    }

    private synchronized boolean end() {
        over = true;
        if (gaveUp) {
            Thread.interrupted();
        }
        return gaveUp;
    }

    /** It stays until the server answers or has ended. */
    private static Optional<ProcessHandle> starter() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .command()
                        .filter(command ->
                                Path.of(command).getFileName().toString().startsWith("pg_ctl"))
                        .isPresent())
                .findAny();
    }

    private boolean serverLives() {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(ProcessHandle::isAlive)
                    .isPresent();
        } catch (IOException | RuntimeException none) {
            return false;
        }
    }
}

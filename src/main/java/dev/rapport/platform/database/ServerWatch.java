package dev.rapport.platform.database;

import dev.rapport.platform.StartRefused;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts PostgreSQL again when it dies on its own: killed by the system for its memory, or ended by a full disk. */
final class ServerWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger("dev.rapport.Rapport");
    private static final long LOOK_EACH_MS = 500;
    private static final long PAUSE_MS = 5000;

    private final EmbeddedDatabase database;
    private @Nullable Thread thread;
    private @Nullable String said;

    ServerWatch(EmbeddedDatabase database) {
        this.database = database;
    }

    @Override
    public synchronized void start() {
        Thread watch = new Thread(this::watch, "postgresql-watch");
        watch.setDaemon(true);
        watch.start();
        thread = watch;
    }

    private void watch() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EACH_MS);
                if (!database.isRunning() && !revive()) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean revive() {
        if (said == null) {
            say("The database has ended by itself; it is started again.");
        }
        try {
            database.restart();
            LOG.info("The database is running again.");
            said = null;
            return true;
        } catch (StartRefused refused) {
            say(refused.getMessage() + " Rapport tries again by itself.");
            return false;
        }
    }

    /** Once, not at each try. */
    private void say(String sentence) {
        if (!sentence.equals(said)) {
            LOG.warn(sentence);
        }
        said = sentence;
    }

    @Override
    public synchronized void stop() {
        Thread watch = thread;
        thread = null;
        if (watch != null) {
            watch.interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}

package dev.rapport.exchange.restore;

import dev.rapport.account.BusinessChanged;
import dev.rapport.exchange.archive.Manifest;
import dev.rapport.exchange.restore.CannotRestore.Reason;
import dev.rapport.platform.RapportHome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** An archive sent from the set-up page, restored while the page looks on. One at a time. */
@Service
public class SetUpRestore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("dev.rapport.Rapport");

    private final Restore restore;
    private final RapportHome home;
    private final ApplicationEventPublisher events;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "restore");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable RestoreProgress running;
    private volatile @Nullable CannotRestore refused;

    SetUpRestore(Restore restore, RapportHome home, ApplicationEventPublisher events) {
        this.restore = restore;
        this.home = home;
        this.events = events;
    }

    public Optional<RestoreProgress> running() {
        return Optional.ofNullable(running);
    }

    /** Why the last one was refused, until the next begins. */
    public Optional<CannotRestore> refused() {
        return Optional.ofNullable(refused);
    }

    /** Takes the whole file before it answers, and doesn't wait for the rest; nothing where one is under way. */
    public synchronized void begin(InputStream archive, @Nullable String passphrase) throws IOException {
        if (running != null) {
            return;
        }
        // with this ending the next start removes what a kill leaves of it
        Path file = Files.createTempFile(home.backups(), "restore-", ".part");
        try {
            Files.copy(archive, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cut) {
            Files.deleteIfExists(file);
            throw cut;
        }
        RestoreProgress progress = new RestoreProgress();
        refused = null;
        running = progress;
        worker.execute(() -> run(file, passphrase, progress));
    }

    private void run(Path file, @Nullable String passphrase, RestoreProgress progress) {
        try {
            Manifest restored = restore.run(file, passphrase, progress);
            LOG.info("Restored as of {}: {} rows", restored.madeAt(), restored.rows());
            events.publishEvent(new BusinessChanged());
        } catch (CannotRestore reason) {
            LOG.warn("{}", reason.getMessage());
            refused = reason;
        } catch (RuntimeException unexpected) {
            LOG.error("The archive could not be restored", unexpected);
            refused = new CannotRestore(Reason.FAILED, "", unexpected);
        } finally {
            delete(file);
            running = null;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException later) {
            LOG.warn("{} could not be deleted", file);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}

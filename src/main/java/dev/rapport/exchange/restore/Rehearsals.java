package dev.rapport.exchange.restore;

import dev.rapport.exchange.archive.ArchiveFile;
import dev.rapport.exchange.archive.BackupFolder;
import dev.rapport.exchange.archive.Manifest;
import dev.rapport.exchange.archive.Passphrase;
import dev.rapport.exchange.archive.SchemaContents;
import dev.rapport.platform.RapportHome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Proves the newest archive: restores it beside the live tables, compares every table with the digest that the archive
 * gives of it, brings it up to date and drops it. The live tables are neither read nor written.
 */
@Service
public class Rehearsals implements AutoCloseable {
    static final String SCHEMA = "rapport_rehearsal";
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);

    private final RehearsalRuns runs;
    private final BackupFolder folder;
    private final Passphrase passphrase;
    private final JdbcConnectionDetails server;
    private final Flyway live;
    private final RapportHome home;
    private final ReentrantLock turn = new ReentrantLock();
    private final ExecutorService onDemand = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "rehearsal");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable RestoreProgress running;

    Rehearsals(
            RehearsalRuns runs,
            BackupFolder folder,
            Passphrase passphrase,
            JdbcConnectionDetails server,
            Flyway live,
            RapportHome home) {
        this.runs = runs;
        this.folder = folder;
        this.passphrase = passphrase;
        this.server = server;
        this.live = live;
        this.home = home;
    }

    public Optional<RestoreProgress> running() {
        return Optional.ofNullable(running);
    }

    public Optional<Rehearsal> last() {
        return runs.last();
    }

    /** Begins one here and now and doesn't wait for it; nothing more where one is under way. */
    public synchronized void ask() {
        if (running == null) {
            running = new RestoreProgress();
            onDemand.execute(this::rehearse);
        }
    }

    /** Waits until it is done and written down. */
    void rehearse() {
        turn.lock();
        RestoreProgress progress = new RestoreProgress();
        running = progress;
        try {
            Path newest = folder.archives().stream().findFirst().orElse(null);
            long run = runs.begin(newest == null ? null : newest.getFileName().toString());
            if (newest == null) {
                runs.failed(run, "exchange.rehearsal.none", "");
            } else {
                rehearse(run, newest, progress);
            }
        } catch (IOException | RuntimeException stopped) {
            // the home or the database went away: nothing can be written down
            LOG.error("No archive was rehearsed", stopped);
        } finally {
            running = null;
            turn.unlock();
        }
    }

    private void rehearse(long run, Path file, RestoreProgress progress) {
        try {
            List<String> differing = Restore.told(() -> compared(run, file, progress));
            LOG.info("{} restored and compared: {}", file, differing.isEmpty() ? "equal" : "not equal in " + differing);
        } catch (CannotRestore failure) {
            LOG.error("{} could not be rehearsed: {}", file, failure.getMessage());
            LOG.debug("because", failure);
            runs.failed(run, failure.key(), failure.detail());
        }
    }

    private List<String> compared(long run, Path file, RestoreProgress progress) throws IOException, SQLException {
        try (ArchiveFile archive = ArchiveFile.open(file, passphrase.get().orElse(null), home.backups())) {
            Manifest manifest = archive.manifest();
            List<String> differing = differing(archive, progress);
            runs.done(run, manifest.tables().size(), manifest.rows(), differing);
            return differing;
        }
    }

    /** The tables that came out otherwise than they went in. */
    private List<String> differing(ArchiveFile archive, RestoreProgress progress) throws IOException, SQLException {
        new ArchiveCheck(archive).requireWhole(live);
        new Room(home).require(archive.manifest());
        try (ScratchSchema scratch = ScratchSchema.open(SCHEMA, server, live)) {
            Restore.fill(scratch, archive, progress);
            progress.begin(RestoreProgress.Step.FINISHING, 0);
            Map<String, Manifest.Table> found = SchemaContents.measure(scratch.connections()).tables().stream()
                    .collect(Collectors.toMap(Manifest.Table::name, Function.identity()));
            List<String> differing = archive.manifest().tables().stream()
                    .filter(table -> !isSame(table, found.get(table.name())))
                    .map(Manifest.Table::name)
                    .toList();
            scratch.migrateToLatest();
            return differing;
        }
    }

    private static boolean isSame(Manifest.Table wanted, Manifest.@Nullable Table found) {
        return found != null && wanted.rows() == found.rows() && wanted.sha256().equals(found.sha256());
    }

    @EventListener(ApplicationReadyEvent.class)
    void forgetCutOff() throws SQLException {
        ScratchSchema.sweep(SCHEMA, server);
        runs.forgetCutOff();
    }

    @Override
    public void close() {
        onDemand.shutdownNow();
    }
}

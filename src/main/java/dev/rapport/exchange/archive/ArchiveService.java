package dev.rapport.exchange.archive;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Makes archives one after the other, and writes down how it went. */
@Service
public class ArchiveService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveService.class);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration JUST_NOW = Duration.ofHours(1);
    private static final long PATIENCE_AT_THE_END_SECONDS = 10;

    private final ArchiveWriter writer;
    private final ArchiveRuns runs;
    private final Housekeeping housekeeping;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "archive");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Running running;

    ArchiveService(ArchiveWriter writer, ArchiveRuns runs, Housekeeping housekeeping, Clock clock) {
        this.writer = writer;
        this.runs = runs;
        this.housekeeping = housekeeping;
        this.clock = clock;
    }

    /** An archive that is being written right now. */
    public record Running(ArchiveReason reason, Instant startedAt, ArchiveProgress progress) {}

    public Optional<Running> running() {
        return Optional.ofNullable(running);
    }

    /** Begins one here and now and doesn't wait for it; nothing more where one is under way. */
    public synchronized void ask() {
        if (running == null) {
            Running asked = asked(ArchiveReason.DEMAND);
            running = asked;
            inBackground(() -> make(asked));
        }
    }

    void inBackground(Runnable work) {
        background.execute(() -> attempt(work));
    }

    /** Waits until it is written, copied, and what is too old is gone. */
    public WrittenArchive make(ArchiveReason reason) {
        return make(asked(reason));
    }

    /** The one of the night, unless the start has just made up for it. A failure is told on the home page. */
    void nightly() {
        attempt(() -> makeWhereOlderThan(JUST_NOW));
    }

    /** The one of a night that Rapport slept through, or was stopped in the middle of. */
    void makeUpForANight() {
        attempt(() -> makeWhereOlderThan(A_DAY));
    }

    boolean isOlderThanADay() {
        return isOlderThan(A_DAY);
    }

    private void makeWhereOlderThan(Duration age) {
        turn.lock();
        try {
            if (isOlderThan(age)) {
                make(ArchiveReason.NIGHTLY);
            }
        } finally {
            turn.unlock();
        }
    }

    private boolean isOlderThan(Duration age) {
        Instant good = runs.lastGood();
        Instant now = clock.instant();
        // One from further ahead was made by a clock that was wrong.
        return good != null && (good.plus(age).isBefore(now) || good.isAfter(now.plus(A_DAY)));
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (ArchiveFailed failure) {
            LOG.debug("Told already", failure);
        } catch (RuntimeException cause) {
            LOG.error("What follows an archive went wrong", cause);
        }
    }

    private Running asked(ArchiveReason reason) {
        return new Running(reason, clock.instant(), new ArchiveProgress());
    }

    private WrittenArchive make(Running asked) {
        turn.lock();
        running = asked;
        try {
            long run = runs.begin(asked.reason());
            WrittenArchive written = write(run, asked);
            LOG.info("Archive written: {} ({} bytes)", written.file(), written.bytes());
            runs.done(run, written);
            housekeeping.afterwards(run, written.file(), written.sha256());
            return written;
        } finally {
            running = null;
            turn.unlock();
        }
    }

    private WrittenArchive write(long run, Running asked) {
        try {
            return writer.write(asked.reason(), asked.progress());
        } catch (IOException | SQLException | RuntimeException cause) {
            ArchiveFailed failure = ArchiveFailed.because(cause);
            if (failure.isExplained()) {
                LOG.error("No archive was written: {}", failure.detail());
            } else {
                LOG.error("No archive was written", cause);
            }
            runs.failed(run, failure);
            throw failure;
        }
    }

    /** Ends before the database does. */
    @Override
    public void close() throws InterruptedException {
        running().ifPresent(one -> one.progress().abandon());
        background.shutdown();
        if (!background.awaitTermination(PATIENCE_AT_THE_END_SECONDS, TimeUnit.SECONDS)) {
            background.shutdownNow();
        }
    }
}

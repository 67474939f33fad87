package dev.rapport.exchange;

import dev.rapport.exchange.source.FilePlan;
import dev.rapport.exchange.source.ImportKind;
import dev.rapport.exchange.source.Mapping;
import dev.rapport.platform.CurrentActor;
import dev.rapport.platform.Forbidden;
import dev.rapport.platform.LoggedChange.Action;
import dev.rapport.platform.Refused;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The way to begin, watch and take back imports; the owner's alone. */
@Service
public class ImportService {
    private final ImportRecords records;
    private final ImportQueue queue;
    private final ImportUndo undo;
    private final Uploads uploads;
    private final KeptMappings kept;
    private final CurrentActor actor;
    private final ImportPlans plans;
    private final UndoNotes notes;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ImportService(
            ImportRecords records,
            ImportQueue queue,
            ImportUndo undo,
            Uploads uploads,
            KeptMappings kept,
            CurrentActor actor,
            ImportPlans plans,
            UndoNotes notes,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.queue = queue;
        this.undo = undo;
        this.uploads = uploads;
        this.kept = kept;
        this.actor = actor;
        this.plans = plans;
        this.notes = notes;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Begins at once with what the mapping says and detection finds. */
    public ImportDetails begin(ImportKind kind, String fileName, InputStream content, Mapping mapping, boolean dryRun) {
        ownersOnly();
        Upload upload = uploads.keep(fileName, content);
        try {
            FilePlan plan = plans.complete(kind, upload.storedAs(), mapping);
            Mapping settled = plan.toMapping();
            long id = records.add(actor.get().accountId(), kind, upload, settled, dryRun, ImportState.QUEUED);
            if (mapping.columns() != null && !dryRun) {
                kept.keep(plan, mapping, upload.fileName());
            }
            queue.submit(id);
            return records.get(id);
        } catch (RuntimeException e) {
            uploads.discard(upload.storedAs());
            throw e;
        }
    }

    public ImportDetails get(long id) {
        ownersOnly();
        return records.get(id);
    }

    /** How many rows an import that waits or runs has read, and whether it is past reading. */
    public Optional<HowFar> howFar(long id) {
        return queue.progress(id).map(HowFar::of);
    }

    /** Pace and time left are unknown for the first second. */
    public record HowFar(
            long rows,
            int percent,
            boolean storing,
            @Nullable Long rowsPerSecond,
            @Nullable Long secondsLeft) {
        static HowFar of(Progress it) {
            Optional<Progress.Pace> pace = it.pace();
            return new HowFar(
                    it.rows(),
                    it.percent(),
                    it.isStoring(),
                    pace.map(Progress.Pace::rowsPerSecond).orElse(null),
                    pace.map(Progress.Pace::secondsLeft).orElse(null));
        }
    }

    /** Newest first, those with a smaller id than {@code before}. */
    public List<ImportDetails> latest(int limit, long before) {
        ownersOnly();
        return records.latest(limit, before);
    }

    public List<RejectedRow> rejected(long id, int limit) {
        ownersOnly();
        return records.rejected(id, limit, 0);
    }

    /** What an undo would do, by counting. */
    public UndoReport previewUndo(long id) {
        ImportDetails details = get(id);
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return undo.preview(details);
        }));
    }

    /** What the undo did that was done. */
    public Optional<UndoReport> undone(ImportDetails details) {
        ownersOnly();
        return notes.kept(details);
    }

    /** For as long as anything can be undone. */
    public boolean canBeUndone(ImportDetails details) {
        Instant ended = details.finishedAt();
        return details.state() == ImportState.DONE
                && !details.dryRun()
                && (ended == null || !ended.plus(Uploads.KEPT).isBefore(clock.instant()));
    }

    /** Stops it if it runs; else takes out what it brought. Undone already, it stays so. */
    public ImportDetails undo(long id) {
        if (get(id).state().isOpen() && !records.move(id, ImportState.QUEUED, ImportState.UNDONE)) {
            queue.stop(id);
        }
        transaction.executeWithoutResult(status -> {
            ImportDetails now = records.lock(id);
            if (now.state() == ImportState.DONE && !now.dryRun()) {
                if (!canBeUndone(now)) {
                    throw new Refused(null, "exchange.undo.refused.late", Uploads.KEPT.toDays());
                }
                undo.run(now);
                records.log(now, Action.UNDONE);
            }
            if (now.state() != ImportState.UNDONE) {
                records.undone(id);
            }
        });
        return records.get(id);
    }

    private void ownersOnly() {
        if (!actor.get().owner()) {
            throw new Forbidden("import");
        }
    }
}

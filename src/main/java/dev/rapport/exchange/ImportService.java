package dev.rapport.exchange;

import dev.rapport.exchange.source.FilePlan;
import dev.rapport.exchange.source.ImportKind;
import dev.rapport.exchange.source.Mapping;
import dev.rapport.platform.CurrentActor;
import dev.rapport.platform.Forbidden;
import dev.rapport.platform.LoggedChange.Action;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    private final TransactionTemplate transaction;

    ImportService(
            ImportRecords records,
            ImportQueue queue,
            ImportUndo undo,
            Uploads uploads,
            KeptMappings kept,
            CurrentActor actor,
            ImportPlans plans,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.queue = queue;
        this.undo = undo;
        this.uploads = uploads;
        this.kept = kept;
        this.actor = actor;
        this.plans = plans;
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
        return queue.progress(id).map(it -> new HowFar(it.rows(), it.percent(), it.isStoring()));
    }

    public record HowFar(long rows, int percent, boolean storing) {}

    /** Newest first, those with a smaller id than {@code before}. */
    public List<ImportDetails> latest(int limit, long before) {
        ownersOnly();
        return records.latest(limit, before);
    }

    public List<RejectedRow> rejected(long id, int limit) {
        ownersOnly();
        return records.rejected(id, limit, 0);
    }

    /** What an undo would do; does nothing. */
    public UndoReport previewUndo(long id) {
        ImportDetails details = get(id);
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return undo.run(details);
        }));
    }

    /** Stops it if it runs; else takes out what it brought. Undone already, it stays so. */
    public ImportDetails undo(long id) {
        if (get(id).state().isOpen() && !records.move(id, ImportState.QUEUED, ImportState.UNDONE)) {
            queue.stop(id);
        }
        transaction.executeWithoutResult(status -> {
            ImportDetails now = records.lock(id);
            if (now.state() == ImportState.DONE && !now.dryRun()) {
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

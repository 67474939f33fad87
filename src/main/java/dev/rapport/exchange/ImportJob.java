package dev.rapport.exchange;

import dev.rapport.exchange.source.FilePlan;
import dev.rapport.exchange.source.Reason;
import dev.rapport.exchange.source.UnreadableFile;
import dev.rapport.platform.Actor;
import dev.rapport.platform.CurrentActor;
import dev.rapport.platform.DatabaseAway;
import dev.rapport.platform.FullDisk;
import dev.rapport.platform.LoggedChange.Action;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Via;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs one import from queued to its end, all of it in one transaction: it is invisible until it is whole. */
@Component
class ImportJob {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);
    private static final int REJECTED_KEPT_OF_A_DRY_RUN = 1000;

    private final ImportRecords records;
    private final ImportRun run;
    private final Uploads uploads;
    private final ImportPlans plans;
    private final TransactionTemplate transaction;

    ImportJob(
            ImportRecords records,
            ImportRun run,
            Uploads uploads,
            ImportPlans plans,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.run = run;
        this.uploads = uploads;
        this.plans = plans;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Ends with an exception only when the database went away: then the import is as if it hadn't begun. */
    void run(long id, Progress progress) {
        if (!records.move(id, ImportState.QUEUED, ImportState.RUNNING)) {
            return;
        }
        ImportDetails details = records.get(id);
        try {
            Actor actor = new Actor(details.accountId(), true, Via.IMPORT);
            CurrentActor.actingAs(actor, () -> {
                if (details.dryRun()) {
                    Trial trial = attempt(details, progress);
                    records.keep(id, trial.rejected());
                    records.done(id, trial.counts());
                } else {
                    store(details, progress);
                }
                return id;
            });
        } catch (UnreadableFile e) {
            records.failed(id, e.reason());
        } catch (Refused e) {
            records.failed(id, Reason.of(e.field(), e.key(), e.args()));
        } catch (ImportStopped e) {
            end(id, progress);
        } catch (OutOfMemoryError e) {
            outOfMemory(id, e);
        } catch (RuntimeException e) {
            if (progress.isStopped()) {
                end(id, progress);
            } else if (DatabaseAway.isReason(e)) {
                throw e;
            } else if (FullDisk.isReason(e)) {
                LOG.warn("Import {} of {} found no room on the disk", id, details.fileName());
                records.failed(id, Reason.of(null, "exchange.failed.disk-full"));
            } else {
                LOG.error("Import {} of {} failed", id, details.fileName(), e);
                records.failed(id, Reason.of(null, "exchange.failed"));
            }
        }
    }

    /** An error would end the worker and leave the import running for ever. */
    private void outOfMemory(long id, OutOfMemoryError error) {
        LOG.error("Import {} ran out of memory; start Java with a larger -Xmx", id, error);
        records.failed(id, Reason.of(null, "exchange.failed.memory"));
    }

    private void end(long id, Progress progress) {
        if (progress.isAbandoned()) {
            LOG.info("Import {} was cut off and begins anew at the next start", id);
        } else {
            records.undone(id);
        }
    }

    /** What an import would come to; nothing is kept. */
    Trial attempt(ImportDetails details, Progress progress) {
        Path file = uploads.path(details.storedAs());
        FilePlan plan = plans.complete(details.kind(), details.storedAs(), details.mapping());
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            Counts counts = run.attempt(details.id(), file, plan, progress);
            return new Trial(counts, records.rejected(details.id(), REJECTED_KEPT_OF_A_DRY_RUN, 0));
        }));
    }

    private void store(ImportDetails details, Progress progress) {
        Path file = uploads.path(details.storedAs());
        FilePlan plan = plans.complete(details.kind(), details.storedAs(), details.mapping());
        transaction.executeWithoutResult(status -> {
            Counts counts = run.run(details.id(), file, plan, progress);
            records.done(details.id(), counts);
            records.log(details, Action.CREATED);
            progress.stopIfAsked();
        });
    }

    record Trial(Counts counts, List<RejectedRow> rejected) {}
}

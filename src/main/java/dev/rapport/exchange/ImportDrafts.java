package dev.rapport.exchange;

import dev.rapport.exchange.source.FilePlan;
import dev.rapport.exchange.source.ImportKind;
import dev.rapport.exchange.source.Mapping;
import dev.rapport.platform.Actor;
import dev.rapport.platform.CurrentActor;
import dev.rapport.platform.Forbidden;
import dev.rapport.platform.Refused;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Imports on their way through the pages: uploaded, looked at, mapped, not yet begun. */
@Service
public class ImportDrafts {
    private final ImportRecords records;
    private final ImportPlans plans;
    private final ImportQueue queue;
    private final ImportJob job;
    private final Uploads uploads;
    private final KeptMappings kept;
    private final CurrentActor actor;

    ImportDrafts(
            ImportRecords records,
            ImportPlans plans,
            ImportQueue queue,
            ImportJob job,
            Uploads uploads,
            KeptMappings kept,
            CurrentActor actor) {
        this.records = records;
        this.plans = plans;
        this.queue = queue;
        this.job = job;
        this.uploads = uploads;
        this.kept = kept;
        this.actor = actor;
    }

    /** @throws Refused when it isn't a table at all */
    public long upload(ImportKind kind, String fileName, InputStream content) {
        Actor who = owner();
        Upload upload = uploads.keep(fileName, content);
        try {
            Mapping proposed = proposal(kind, upload.storedAs(), Mapping.DETECT_ALL);
            return records.add(who.accountId(), kind, upload, proposed, false, ImportState.DRAFT);
        } catch (RuntimeException e) {
            uploads.discard(upload.storedAs());
            throw e;
        }
    }

    public FilePlan plan(ImportDetails draft) {
        owner();
        return plans.plan(draft.kind(), draft.storedAs(), draft.mapping());
    }

    /**
     * Takes what was chosen. Where the cells themselves come out otherwise than before, the columns are proposed anew.
     *
     * @throws Refused when the file can't be read so; the draft stays as it was
     */
    public FilePlan remap(ImportDetails draft, ImportKind kind, Mapping chosen) {
        owner();
        Mapping before = draft.mapping();
        boolean sameCells = kind == draft.kind()
                && Objects.equals(before.delimiter(), chosen.delimiter())
                && Objects.equals(before.encoding(), chosen.encoding())
                && Objects.equals(before.header(), chosen.header());
        Mapping wanted = sameCells
                ? chosen
                : new Mapping(
                        chosen.delimiter(),
                        chosen.header(),
                        chosen.encoding(),
                        chosen.dateFormat(),
                        chosen.decimal(),
                        null,
                        chosen.createCustomers());
        FilePlan plan = plans.plan(kind, draft.storedAs(), wanted);
        Mapping settled = sameCells
                ? settled(plan, chosen.dateFormat(), chosen.decimal())
                : proposal(kind, draft.storedAs(), wanted);
        records.rewrite(draft.id(), kind, settled);
        return plan;
    }

    /** The earlier file whose columns the draft's are read by. */
    public Optional<KeptMapping> keptFor(FilePlan plan) {
        owner();
        return kept.find(plan.kind(), plan.sample()).filter(it -> KeptMappings.isUsed(it, plan));
    }

    /** Reads the columns as if no such file had been here before, now and the next time. */
    public void forgetKept(ImportDetails draft) {
        FilePlan plan = plan(draft);
        kept.forget(plan.kind(), plan.sample());
        Mapping all = draft.mapping();
        var afresh = new Mapping(
                all.delimiter(), all.header(), all.encoding(), Mapping.AUTO, Mapping.AUTO, null, all.createCustomers());
        records.rewrite(draft.id(), draft.kind(), proposal(draft.kind(), draft.storedAs(), afresh));
    }

    /** What the import would come to, by doing it and taking it back. */
    public Counts attempt(ImportDetails draft) {
        owner();
        return job.attempt(draft, new Progress()).counts();
    }

    /** @throws Refused when a column is missing that the kind can't do without */
    public void begin(ImportDetails draft) {
        owner();
        FilePlan plan = plans.complete(draft.kind(), draft.storedAs(), draft.mapping());
        records.rewrite(draft.id(), draft.kind(), plan.toMapping());
        if (records.move(draft.id(), ImportState.DRAFT, ImportState.QUEUED)) {
            kept.keep(plan, draft.mapping(), draft.fileName());
            queue.submit(draft.id());
        }
    }

    /** As the last file of this shape was read, else by what headings and contents say. */
    private Mapping proposal(ImportKind kind, String storedAs, Mapping wanted) {
        FilePlan plan = plans.plan(kind, storedAs, wanted);
        return kept.find(kind, plan.sample())
                .map(KeptMapping::mapping)
                .map(it -> {
                    Mapping all = plan.toMapping();
                    return new Mapping(
                            all.delimiter(),
                            all.header(),
                            all.encoding(),
                            it.dateFormat(),
                            it.decimal(),
                            it.columns(),
                            it.createCustomers());
                })
                .orElseGet(() -> settled(plan, wanted.dateFormat(), wanted.decimal()));
    }

    /** Dates and the decimal sign stay to be detected as long as columns move about. */
    private static Mapping settled(FilePlan plan, @Nullable String dateFormat, @Nullable String decimal) {
        Mapping all = plan.toMapping();
        return new Mapping(
                all.delimiter(),
                all.header(),
                all.encoding(),
                dateFormat,
                decimal,
                all.columns(),
                all.createCustomers());
    }

    private Actor owner() {
        Actor who = actor.get();
        if (!who.owner()) {
            throw new Forbidden("import");
        }
        return who;
    }
}

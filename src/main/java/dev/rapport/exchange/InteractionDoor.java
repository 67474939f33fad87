package dev.rapport.exchange;

import dev.rapport.exchange.source.ImportKind;
import dev.rapport.interaction.InteractionBatch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class InteractionDoor implements FactDoor {
    private final InteractionBatch batch;
    private final ExportOrigin origin;

    InteractionDoor(InteractionBatch batch, ExportOrigin origin) {
        this.batch = batch;
        this.origin = origin;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.INTERACTIONS;
    }

    @Override
    public String entity() {
        return "interaction";
    }

    @Override
    public String columns() {
        return "interaction_id, kind, direction, occurred_at, subject, body, purpose, outcome" + ", "
                + origin.rowOf("interaction_id", ExportOrigin.INTERACTION) + " AS own_id";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public void check(String rows, String table) {
        batch.check(rows, table);
    }

    @Override
    public void store(String table, @Nullable Long importId) {
        batch.store(table, importId);
    }

    @Override
    public String going() {
        return InteractionBatch.GOING;
    }

    @Override
    public List<Long> remove(long importId) {
        return batch.remove(importId);
    }

    @Override
    public List<Long> restore(String table) {
        return batch.restore(table);
    }
}

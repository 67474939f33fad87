package dev.rapport.exchange;

import dev.rapport.exchange.source.ImportKind;
import dev.rapport.feedback.AnswerBatch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class AnswerDoor implements FactDoor {
    private final AnswerBatch batch;
    private final ExportOrigin origin;

    AnswerDoor(AnswerBatch batch, ExportOrigin origin) {
        this.batch = batch;
        this.origin = origin;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ANSWERS;
    }

    @Override
    public String entity() {
        return "answer";
    }

    /** A file that names no survey holds NPS answers. */
    @Override
    public String columns() {
        return "answer_id, coalesce(survey, 'NPS') AS survey, score::numeric AS score, answered_on, comment" + ", "
                + origin.rowOf("answer_id", ExportOrigin.ANSWER) + " AS own_id";
    }

    @Override
    public boolean changes() {
        return false;
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
        return AnswerBatch.GOING;
    }

    @Override
    public List<Long> remove(long importId) {
        batch.remove(importId);
        return List.of();
    }

    /** An answer is history: an import never changes one. */
    @Override
    public List<Long> restore(String table) {
        return List.of();
    }
}

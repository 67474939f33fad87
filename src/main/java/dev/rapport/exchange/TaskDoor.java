package dev.rapport.exchange;

import dev.rapport.exchange.source.ImportKind;
import dev.rapport.task.TaskBatch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class TaskDoor implements FactDoor {
    private final TaskBatch batch;
    private final ExportOrigin origin;

    TaskDoor(TaskBatch batch, ExportOrigin origin) {
        this.batch = batch;
        this.origin = origin;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.TASKS;
    }

    @Override
    public String entity() {
        return "task";
    }

    @Override
    public String columns() {
        return "task_id, title, due_on, due_time, done_at, " + origin.rowOf("task_id", ExportOrigin.TASK)
                + " AS own_id";
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
        return TaskBatch.GOING;
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

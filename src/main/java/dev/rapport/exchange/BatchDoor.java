package dev.rapport.exchange;

import dev.rapport.exchange.source.ImportKind;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A module's door, made of the steps of its {@code …Batch}. */
record BatchDoor(
        ImportKind kind,
        String entity,
        Supplier<String> wanted,
        boolean changes,
        String going,
        BiConsumer<String, String> checking,
        BiConsumer<String, @Nullable Long> storing,
        LongFunction<List<Long>> removing,
        Function<String, List<Long>> restoring)
        implements FactDoor {

    @Override
    public String columns() {
        return wanted.get();
    }

    @Override
    public void check(String rows, String table) {
        checking.accept(rows, table);
    }

    @Override
    public void store(String table, @Nullable Long importId) {
        storing.accept(table, importId);
    }

    @Override
    public List<Long> remove(long importId) {
        return removing.apply(importId);
    }

    @Override
    public List<Long> restore(String table) {
        return restoring.apply(table);
    }
}

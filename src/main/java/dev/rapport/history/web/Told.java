package dev.rapport.history.web;

import dev.rapport.history.BroughtIn.Brought;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of a customer's history: a change, or what an import brought. */
record Told(@Nullable ReadableChange change, @Nullable Brought brought) {

    /** A page's changes with the imports of its time between them: those before {@code until}, back to its oldest change unless it is the last. */
    static List<Told> inOrder(List<ReadableChange> changes, List<Brought> imports, Instant until, boolean last) {
        var told = new ArrayList<Told>();
        List<Brought> left = new ArrayList<>(
                imports.stream().filter(it -> it.finishedAt().isBefore(until)).toList());
        for (ReadableChange change : changes) {
            while (!left.isEmpty()
                    && !left.get(0).finishedAt().isBefore(change.logged().happenedAt())) {
                told.add(new Told(null, left.remove(0)));
            }
            told.add(new Told(change, null));
        }
        if (last) {
            left.forEach(it -> told.add(new Told(null, it)));
        }
        return told;
    }
}

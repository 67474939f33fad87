package dev.rapport.exchange;

import dev.rapport.exchange.source.ImportKind;
import java.util.List;

/**
 * What the undo of an import does, or did. What was edited since stays whole; a customer with other facts since stays with
 * only the import's fields taken back.
 */
public record UndoReport(
        ImportKind kind,
        int factsRemoved,
        int customersRemoved,
        int factsKept,
        People customersStripped,
        People customersKept) {

    /** So many; the first of them by name. */
    public record People(int count, List<Person> first) {}

    public record Person(long id, String name) {}

    public boolean isWhole() {
        return factsKept == 0 && customersStripped.count() == 0 && customersKept.count() == 0;
    }
}

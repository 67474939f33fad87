package dev.rapport.exchange;

import dev.rapport.customer.CustomerTakeBack;
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
        List<Long> factsKept,
        List<CustomerTakeBack.Kept> customersStripped,
        List<CustomerTakeBack.Kept> customersKept) {
    public boolean isWhole() {
        return factsKept.isEmpty() && customersStripped.isEmpty() && customersKept.isEmpty();
    }
}

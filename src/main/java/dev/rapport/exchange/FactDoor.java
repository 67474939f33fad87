package dev.rapport.exchange;

import dev.rapport.exchange.source.ImportKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a module takes many of its facts at once: the same steps for each, on a temporary table of the import's. */
interface FactDoor {
    ImportKind kind();

    /** As the images and the timeline name it. */
    String entity();

    /** The columns of the staged rows that the module wants beside {@code row_no} and {@code customer_id}. */
    String columns();

    /** Whether an import may change a stored one; then the table holds its images {@code before} and {@code after}. */
    boolean changes();

    /** Makes the table of the rows that a query gives; it says in {@code action} what would become of each, or why it is refused. */
    void check(String rows, String table);

    void store(String table, @Nullable Long importId);

    /** A condition on {@code f}, of the facts that import {@code :import} made: which of them its undo takes out. */
    String going();

    /** Takes an import's facts out, but for those touched since; answers the ids of those. */
    List<Long> remove(long importId);

    /** Puts back what an import changed, from {@code fact_id, before, after}; answers the ids of what was touched since. */
    List<Long> restore(String table);
}

package dev.rapport.history;

import dev.rapport.platform.ChangeHistory;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.LoggedChange;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import dev.rapport.platform.Undo;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What was deleted in the last 30 days, to bring back or to delete for good. The log holds it; nothing is copied. */
@Service
public class Bin {
    private final ChangeHistory history;
    private final Undo undo;
    private final BinEmptying emptying;
    private final Clock clock;

    /** How many came back, and why others couldn't. */
    public record Restored(int count, List<Refused> refused) {}

    Bin(ChangeHistory history, Undo undo, BinEmptying emptying, Clock clock) {
        this.history = history;
        this.undo = undo;
        this.emptying = emptying;
        this.clock = clock;
    }

    /** @param entities only these; all where there are none */
    public Slice<LoggedChange> entries(List<String> entities, int limit, @Nullable Cursor after) {
        return history.deleted(entities, oldest(), limit, after);
    }

    /** Those of these entries that still lie in the bin. */
    public List<LoggedChange> entries(Collection<Long> changeIds) {
        return history.deleted(changeIds, oldest());
    }

    /** Each by itself: one that can't come back holds up no other. Customers first, their facts need them. */
    public Restored restore(Collection<Long> changeIds) {
        List<LoggedChange> wanted = new ArrayList<>(entries(changeIds));
        wanted.sort(
                Comparator.comparing((LoggedChange change) -> !change.entity().endsWith("-whole"))
                        .thenComparing(LoggedChange::id));
        List<Refused> refused = new ArrayList<>();
        for (LoggedChange change : wanted) {
            try {
                undo.undo(change.id());
            } catch (Refused e) {
                refused.add(e);
            }
        }
        return new Restored(wanted.size() - refused.size(), refused);
    }

    /** @return how many things are gone now */
    public int deleteForGood(Collection<Long> changeIds) {
        return emptying.empty(entries(changeIds));
    }

    /** Deletes for good what has lain there for 30 days. */
    public int purge() {
        return emptying.emptyBefore(oldest());
    }

    private Instant oldest() {
        return clock.instant().minus(Undo.POSSIBLE_FOR);
    }
}

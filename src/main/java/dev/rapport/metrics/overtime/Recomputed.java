package dev.rapport.metrics.overtime;

import dev.rapport.metrics.formula.Exact;
import dev.rapport.metrics.formula.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was shown on a day beside what is known of that day now. */
public record Recomputed(Snapshot snapshot, Figure now, State state) {

    /**
     * Why the two differ, if they do. WAITS where a model hasn't been fitted to today's entries yet, DEFINITION where the day
     * showed another definition, with which it can't be compared.
     */
    public enum State {
        SAME,
        ENTRIES,
        SETTINGS,
        WAITS,
        DEFINITION
    }

    /** Beyond these digits two ways of adding up may differ. */
    private static final MathContext DIGITS = new MathContext(10);

    static Recomputed of(Snapshot snapshot, Figure now, String settings, boolean waits) {
        return new Recomputed(snapshot, now, state(snapshot, now, settings, waits));
    }

    private static State state(Snapshot snapshot, Figure now, String settings, boolean waits) {
        Figure shown = snapshot.shown();
        if (waits) {
            return State.WAITS;
        }
        if (!shown.formula().key().equals(now.formula().key())) {
            return State.DEFINITION;
        }
        if (same(shown.value(), now.value()) && Objects.equals(shown.n(), now.n())) {
            return State.SAME;
        }
        return snapshot.settings().equals(settings) ? State.ENTRIES : State.SETTINGS;
    }

    public boolean changed() {
        return state == State.ENTRIES || state == State.SETTINGS;
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == other;
        }
        return Exact.tidy(one).round(DIGITS).compareTo(Exact.tidy(other).round(DIGITS)) == 0;
    }
}

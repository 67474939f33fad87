package dev.rapport.metrics.overtime;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.formula.Figure;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a figure was shown as on a day.
 *
 * @param group as groups are named; empty for everybody
 * @param shown with its formula, without the inputs that aren't in it
 * @param settings those that figures rest on, as they were
 * @param factVersion which facts there were
 */
public record Snapshot(
        long id,
        String metric,
        String group,
        LocalDate day,
        Figure shown,
        String settings,
        String factVersion,
        Instant takenAt) {

    Scope scope() {
        if (shown.period() == null || shown.asOf() == null) {
            throw new IllegalStateException("A snapshot has a period and a day");
        }
        return new Scope(shown.period(), shown.asOf(), CustomerGroup.of(group));
    }
}

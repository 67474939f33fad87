package dev.rapport.metrics;

import dev.rapport.metrics.formula.Change;
import dev.rapport.metrics.formula.Figure;
import org.jspecify.annotations.Nullable;

/** A figure and how it moved since the period before; no change where one of the two isn't known. */
public record Tile(
        Metric metric,
        Figure figure,
        @Nullable Figure before,
        @Nullable Change change) {

    public static Tile of(Metric metric, Figure figure, @Nullable Figure before) {
        return new Tile(metric, figure, before, before == null ? null : Change.between(before, figure));
    }

    /** Whether either period is too thin for the change to mean anything. */
    public boolean tooFewToCompare() {
        return figure.tooFewToTell() || (before != null && before.tooFewToTell());
    }
}

package dev.rapport.metrics;

import dev.rapport.metrics.formula.Figure;

/** Those that {@link Metrics} leaves to a package which itself builds on it: what winning customers costs and brings. */
public interface FurtherFigures {

    Figure figure(Metric metric, Scope scope);
}

package dev.rapport.metrics;

import dev.rapport.metrics.formula.Figure;

/** Customer lifetime value by each definition, and which of them is the headline: they are never mixed. */
public record Clv(
        Figure discounted, Figure perpetual, Figure simple, Figure historic, Figure predictive, String shown) {

    public Figure headline() {
        return predictive.known() ? predictive : discounted;
    }
}

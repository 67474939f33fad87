package dev.rapport.metrics.model;

/** How well positive parameters explain the data. */
interface LogLikelihood {

    Evaluation at(double[] parameters);

    /** A smaller sample of the data, on which starts are tried. */
    default LogLikelihood thinned() {
        return this;
    }
}

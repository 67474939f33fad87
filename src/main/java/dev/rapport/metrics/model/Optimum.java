package dev.rapport.metrics.model;

/**
 * Where a likelihood is largest.
 *
 * @param covariance of the parameters' logarithms: the inverse of the observed information
 * @param converged whether there is such a point at all, rather than a ridge that never ends
 */
public record Optimum(double[] parameters, double logLikelihood, double[][] covariance, boolean converged) {

    /** By the delta method: the standard error of ln p times p. */
    public double standardError(int i) {
        return parameters[i] * Math.sqrt(covariance[i][i]);
    }
}

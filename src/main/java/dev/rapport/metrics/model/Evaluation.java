package dev.rapport.metrics.model;

/** A log-likelihood at one point with its first and second derivatives; parts over different customers add up. */
final class Evaluation {

    double value;
    final double[] gradient;
    final double[][] hessian;

    Evaluation(int parameters) {
        gradient = new double[parameters];
        hessian = new double[parameters][parameters];
    }

    void add(Evaluation part) {
        value += part.value;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += part.gradient[i];
            for (int j = 0; j <= i; j++) {
                hessian[i][j] += part.hessian[i][j];
            }
        }
    }

    /** The lower half is what sums are made of; the upper mirrors it. */
    Evaluation mirrored() {
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < i; j++) {
                hessian[j][i] = hessian[i][j];
            }
        }
        return this;
    }

    /** The same in the logarithms of the parameters, in which every parameter is positive and no scale matters. */
    Evaluation inLogs(double[] parameters) {
        Evaluation logs = new Evaluation(gradient.length);
        logs.value = value;
        for (int i = 0; i < gradient.length; i++) {
            logs.gradient[i] = gradient[i] * parameters[i];
            for (int j = 0; j < gradient.length; j++) {
                logs.hessian[i][j] = hessian[i][j] * parameters[i] * parameters[j];
            }
            logs.hessian[i][i] += logs.gradient[i];
        }
        return logs;
    }

    boolean finite() {
        boolean finite = Double.isFinite(value);
        for (int i = 0; i < gradient.length; i++) {
            finite &= Double.isFinite(gradient[i]);
            for (int j = 0; j < gradient.length; j++) {
                finite &= Double.isFinite(hessian[i][j]);
            }
        }
        return finite;
    }
}

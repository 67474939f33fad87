package dev.rapport.metrics.model;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Finds the maximum of a log-likelihood by Newton's method in the logarithms of its parameters. Where
 * the surface isn't bowed like a hill the direction is mended by its eigenvalues, and steps that
 * don't climb are halved. Near the top each step doubles the digits, so it ends at the precision of
 * the machine rather than at a tolerance.
 */
final class Newton {

    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;
    private static final double LONGEST = 2;
    private static final double FARTHEST = 25;
    /** Squared distance from the top in standard errors. */
    private static final double NEAR = 1e-8;

    private static final double THERE = 1e-22;
    /** A parameter known only to a factor of e^1000 has no maximum but a ridge; tops as flat as e^100 are still tops. */
    private static final double LOOSEST = 1000;

    private final LogLikelihood likelihood;

    Newton(LogLikelihood likelihood) {
        this.likelihood = likelihood;
    }

    /** The highest of the tops that the starts lead to; starts are tried on a sample where there are many data. */
    static Optimum maximum(LogLikelihood likelihood, double[]... starts) {
        Newton sampled = new Newton(likelihood.thinned());
        Optimum best = null;
        for (double[] start : starts) {
            Optimum found = sampled.from(start);
            if (best == null
                    || (found.converged() == best.converged() && found.logLikelihood() > best.logLikelihood())
                    || (found.converged() && !best.converged())) {
                best = found;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("A start is needed");
        }
        return sampled.likelihood == likelihood ? best : new Newton(likelihood).from(best.parameters());
    }

    private Optimum from(double[] start) {
        double[] at = start.clone();
        Evaluation here = likelihood.at(at).inLogs(at);
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS && here.finite(); step++) {
            Bowl bowl = new Bowl(here);
            double distance = bowl.distance();
            boolean near = bowl.definite && distance < NEAR;
            if (near && (distance < THERE || distance > before / 4)) {
                return new Optimum(at, here.value, bowl.inverse(), bowl.loosest() < LOOSEST);
            }
            before = near ? distance : Double.POSITIVE_INFINITY;
            double[] next = near ? moved(at, bowl.direction, 1) : climb(at, here, bowl);
            if (next == at || lost(start, next)) {
                break;
            }
            at = next;
            here = likelihood.at(at).inLogs(at);
        }
        return new Optimum(at, here.value, new double[at.length][at.length], false);
    }

    private double[] climb(double[] at, Evaluation here, Bowl bowl) {
        double longest = 0;
        for (double part : bowl.direction) {
            longest = Math.max(longest, Math.abs(part));
        }
        double length = Math.min(1, LONGEST / longest);
        double noise = 1e-13 * Math.abs(here.value);
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] next = moved(at, bowl.direction, length);
            double value = likelihood.at(next).value;
            if (value >= here.value + 1e-4 * length * bowl.distance() - noise) {
                return next;
            }
            length /= 2;
        }
        return at;
    }

    private static double[] moved(double[] at, double[] direction, double length) {
        double[] next = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            next[i] = at[i] * Math.exp(length * direction[i]);
        }
        return next;
    }

    private static boolean lost(double[] start, double[] at) {
        boolean lost = false;
        for (int i = 0; i < at.length; i++) {
            lost |= !(Math.abs(Math.log(at[i] / start[i])) < FARTHEST);
        }
        return lost;
    }

    /** The surface around a point, seen along its own axes. */
    private static final class Bowl {

        private static final double FLATTEST = 1e-10;

        private final double[] direction;
        private final double[] gradient;
        private final boolean definite;
        private final EigenDecompositionSymmetric axes;

        Bowl(Evaluation here) {
            gradient = here.gradient;
            axes = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(here.hessian).scalarMultiply(-1));
            double steepest = 0;
            boolean bowed = true;
            for (double eigenvalue : axes.getEigenvalues()) {
                steepest = Math.max(steepest, Math.abs(eigenvalue));
                bowed &= eigenvalue > 0;
            }
            definite = bowed;
            direction = new double[gradient.length];
            for (int k = 0; k < gradient.length; k++) {
                double[] axis = axes.getEigenvector(k).toArray();
                double curve = Math.max(Math.abs(axes.getEigenvalue(k)), FLATTEST * steepest);
                double along = 0;
                for (int i = 0; i < axis.length; i++) {
                    along += axis[i] * gradient[i];
                }
                for (int i = 0; i < axis.length; i++) {
                    direction[i] += axis[i] * along / Math.max(curve, Double.MIN_NORMAL);
                }
            }
        }

        double distance() {
            double distance = 0;
            for (int i = 0; i < gradient.length; i++) {
                distance += gradient[i] * direction[i];
            }
            return distance;
        }

        double[][] inverse() {
            int n = gradient.length;
            double[][] inverse = new double[n][n];
            for (int k = 0; k < n; k++) {
                double[] axis = axes.getEigenvector(k).toArray();
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        inverse[i][j] += axis[i] * axis[j] / axes.getEigenvalue(k);
                    }
                }
            }
            return inverse;
        }

        double loosest() {
            double flattest = Double.POSITIVE_INFINITY;
            for (double eigenvalue : axes.getEigenvalues()) {
                flattest = Math.min(flattest, eigenvalue);
            }
            return 1 / Math.sqrt(flattest);
        }
    }
}

package dev.rapport.metrics.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shifted-beta-geometric model of customers with a contract (Fader and Hardie 2007): chances of
 * leaving spread as Beta(alpha, beta), so that those who stay are ever more loyal.
 */
public record ShiftedBetaGeometric(
        double alpha, double beta, double logLikelihood, double alphaError, double betaError) {

    /** Of one cohort; null where there is no maximum: nobody left, everybody left at once, or fewer than two periods. */
    public static @Nullable ShiftedBetaGeometric fit(List<Long> alive) {
        return alive.size() < 2 ? null : fit(alive.subList(0, alive.size() - 1), alive.subList(1, alive.size()));
    }

    /** Of cohorts of different ages together: how many were left before each period that is over, and how many after. */
    public static @Nullable ShiftedBetaGeometric fit(List<Long> atRisk, List<Long> stayed) {
        if (stayed.size() < 2) {
            return null;
        }
        Optimum found = Newton.maximum(
                parameters -> likelihood(atRisk, stayed, parameters),
                new double[] {1, 1},
                new double[] {0.3, 2},
                new double[] {5, 20});
        return found.converged()
                ? new ShiftedBetaGeometric(
                        found.parameters()[0],
                        found.parameters()[1],
                        found.logLikelihood(),
                        found.standardError(0),
                        found.standardError(1))
                : null;
    }

    /** r(t) = (beta + t − 1) / (alpha + beta + t − 1), for t = 1, 2 … */
    public double retention(int t) {
        return (beta + t - 1) / (alpha + beta + t - 1);
    }

    /** S(0) = 1, S(t) = S(t − 1) r(t), up to a period. */
    public List<Double> survival(int periods) {
        List<Double> survival = new ArrayList<>();
        double left = 1;
        survival.add(left);
        for (int t = 1; t <= periods; t++) {
            left *= retention(t);
            survival.add(left);
        }
        return List.copyOf(survival);
    }

    /** In each period some of those left go, with chance alpha / (alpha + beta + t − 1), and the others stay. */
    private static Evaluation likelihood(List<Long> atRisk, List<Long> remained, double[] parameters) {
        double alpha = parameters[0];
        double beta = parameters[1];
        Evaluation sum = new Evaluation(2);
        for (int t = 1; t <= remained.size(); t++) {
            double stayed = remained.get(t - 1);
            double gone = atRisk.get(t - 1) - stayed;
            double all = alpha + beta + t - 1;
            double staying = beta + t - 1;
            sum.value += gone * Math.log(alpha / all) + stayed * Math.log(staying / all);
            double both = (gone + stayed) / all;
            sum.gradient[0] += gone / alpha - both;
            sum.gradient[1] += stayed / staying - both;
            sum.hessian[0][0] += both / all - gone / (alpha * alpha);
            sum.hessian[1][0] += both / all;
            sum.hessian[1][1] += both / all - stayed / (staying * staying);
        }
        return sum.mirrored();
    }
}

package dev.rapport.metrics.model;

import java.util.function.DoubleUnaryOperator;

/**
 * The discounted sum over the months, of the purchases expected at a few moments only: in the logarithm of 1 + t / (α + T) these
 * are so smooth that a polynomial through some points tells the months between. Precise enough to compare models that differ by
 * a hair, whose errors are the same, and quicker by as much as there are more months than points.
 */
final class MonthsAhead {

    private static final int POINTS = 4;

    private final double[] moments = new double[POINTS + 1];
    private final double[] weights = new double[POINTS + 1];

    /** @param age α + T, in weeks */
    MonthsAhead(int months, double monthlyRate, double age) {
        double end = Math.log1p(months * PurchaseModel.WEEKS_OF_MONTH / age);
        double[] points = new double[POINTS + 1];
        for (int j = 0; j <= POINTS; j++) {
            points[j] = end * (1 - Math.cos(Math.PI * j / POINTS)) / 2;
            moments[j] = age * Math.expm1(points[j]);
        }
        double worth = 1;
        for (int i = 1; i <= months; i++) {
            worth /= 1 + monthlyRate;
            // What is bought by month i counts with its own discount less the next one's, by which the next month
            // counts it off.
            double share = i == months ? worth : worth - worth / (1 + monthlyRate);
            add(share, Math.log1p(i * PurchaseModel.WEEKS_OF_MONTH / age), points);
        }
    }

    /** Of expected purchases by a moment, which are none at moment 0. */
    double sum(DoubleUnaryOperator expectedBy) {
        double sum = 0;
        for (int j = 1; j <= POINTS; j++) {
            sum += weights[j] * expectedBy.applyAsDouble(moments[j]);
        }
        return sum;
    }

    private void add(double share, double at, double[] points) {
        for (int j = 1; j <= POINTS; j++) {
            double basis = share;
            for (int k = 0; k <= POINTS; k++) {
                basis *= k == j ? 1 : (at - points[k]) / (points[j] - points[k]);
            }
            weights[j] += basis;
        }
    }
}

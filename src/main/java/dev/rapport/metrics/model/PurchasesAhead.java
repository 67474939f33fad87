package dev.rapport.metrics.model;

/**
 * How many purchases to expect of somebody who is still a customer: the mean of (1 − (1 + ps)^−R) / p over
 * p ~ Beta(a, β), with R = r + x, β = b + x and s = t / (α + T). Fader, Hardie and Lee (2005) write it
 * with ₂F₁, whose power series is quick but loses all digits for some parameters and never ends for
 * others; there it is integrated instead.
 */
final class PurchasesAhead {

    private static final int MOST_TERMS = 2000;
    private static final double PRECISE = 1e-16;
    /** How many times larger than the result anything may be that cancels out. */
    private static final double TOLERABLE = 1000;

    private static final double FINEST = 0.2;
    private static final double STEPS_A_SPREAD = 0.7;
    /** e^−42 is below the precision of a double. */
    private static final double BEYOND = 42;

    private final double power;
    private final double a;
    private final double stay;
    private final double ratio;

    /**
     * @param power r + x
     * @param stay b + x
     * @param ratio t / (α + T)
     */
    PurchasesAhead(double power, double a, double stay, double ratio) {
        this.power = power;
        this.a = a;
        this.stay = stay;
        this.ratio = ratio;
    }

    double expected() {
        double found = bySeries();
        return Double.isNaN(found) ? byIntegral() : found;
    }

    /** Neither a = 1 nor a + b + x = 1 divides by 0; NaN where the digits would be lost or the terms too many. */
    private double bySeries() {
        double log = -Math.log1p(ratio);
        double c = a + stay - 1;
        if (a - 1 > power) {
            double left = Math.exp(power * log) * power;
            return difference(-Math.expm1(power * log) * c, left, new Series(power, stay, c)) / (a - 1);
        }
        // By Euler's transformation (1−z)^(r+x) ₂F₁(r+x, b+x; c; z) = (1−z)^(a−1) ₂F₁(a−1, a+b−1−r; c; z).
        double first = Math.abs((a - 1) * log) < 1e-300 ? -log : -Math.expm1((a - 1) * log) / (a - 1);
        return difference(c * first, Math.exp((a - 1) * log), new Series(a - 1, c - power, c));
    }

    private double difference(double from, double factor, Series series) {
        double found = from - factor * series.sum;
        double largest = Math.max(Math.abs(from), factor * series.size);
        return series.ended && Double.isFinite(largest) && largest <= TOLERABLE * found ? found : Double.NaN;
    }

    /** (c/A)·[₂F₁(A, B; c; z) − 1] by its power series, which has no trouble at A = 0 or c = 0. */
    private final class Series {

        private double sum;
        private double size;
        private boolean ended;

        Series(double numerator, double other, double c) {
            double z = ratio / (1 + ratio);
            double term = other * z;
            sum = term;
            size = Math.abs(term);
            for (int n = 1; n < MOST_TERMS && !ended; n++) {
                double next = (numerator + n) * (other + n) / ((c + n) * (n + 1)) * z;
                term *= next;
                sum += term;
                size += Math.abs(term);
                double rest = Math.abs(next) < 1
                        ? Math.abs(term) * Math.max(1, z / (1 - Math.max(z, Math.abs(next))))
                        : Double.MAX_VALUE;
                ended = rest <= PRECISE * Math.abs(sum) || term == 0;
            }
        }
    }

    /**
     * By the trapezoidal rule in y = ln(p / (1 − p)), which gains digits exponentially as nothing is left
     * at the ends. Where p is next to 0 or 1 the terms are those of a geometric series and summed as one.
     */
    private double byIntegral() {
        double step = Math.min(FINEST, STEPS_A_SPREAD * Math.sqrt(1 / a + 1 / stay));
        double middle = Math.log(a) - Math.log(stay);
        double least = Math.min(middle, -Math.log(Math.max(1, Math.max(stay, (power + 1) * ratio)))) - BEYOND;
        double most = Math.max(middle, Math.log(Math.max(1, power))) + BEYOND;
        Sum sum = new Sum(middle);
        double y = middle;
        while (y < most && sum.add(y)) {
            y += step;
        }
        sum.rest(y, 1 / -Math.expm1(-stay * step));
        y = middle - step;
        while (y > least && sum.add(y)) {
            y -= step;
        }
        sum.rest(y, 1 / -Math.expm1(-a * step));
        return sum.values / sum.weights;
    }

    private final class Sum {

        private final double scale;
        private double weights;
        private double values;

        Sum(double middle) {
            scale = logWeight(middle);
        }

        private double logWeight(double y) {
            return a * logOdds(-y) + stay * logOdds(y);
        }

        /** False when nothing that counts follows. */
        boolean add(double y) {
            return add(y, 1);
        }

        void rest(double y, double times) {
            add(y, times);
        }

        private boolean add(double y, double times) {
            double weight = Math.exp(logWeight(y) - scale) * times;
            double p = Math.exp(logOdds(-y));
            double value = weight * -Math.expm1(-power * Math.log1p(p * ratio)) / p;
            weights += weight;
            values += value;
            return weight > PRECISE * 1e-4 * weights || value > PRECISE * 1e-4 * values;
        }
    }

    /** ln(1 / (1 + e^y)) */
    private static double logOdds(double y) {
        return y > 0 ? -y - Math.log1p(Math.exp(-y)) : -Math.log1p(Math.exp(y));
    }
}

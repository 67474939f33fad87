package dev.rapport.metrics.formula;

/** Fisher's exact test of a two-by-two table, two-sided: all tables of the same sums that are no likelier than this one. */
final class FisherExact {

    /** As in R: tables as likely as this one but for rounding count as such. */
    private static final double AS_LIKELY = 1 + 1e-7;

    private static final double NEGLIGIBLE = 1e-20;

    private FisherExact() {}

    static double pValue(Variant first, Variant last) {
        long n = first.trials() + last.trials();
        long k = first.successes() + last.successes();
        long lowest = Math.max(0, k - last.trials());
        long highest = Math.min(first.trials(), k);
        long mode = Math.min(highest, Math.max(lowest, mode(first.trials(), n, k)));
        // Relative to the likeliest table, outwards until nothing is left to add.
        double observed = 0;
        double sum = 0;
        double as = relative(first.successes(), mode, first.trials(), n, k);
        for (int step = -1; step <= 1; step += 2) {
            double probability = 1;
            for (long i = step < 0 ? mode : mode + 1; i >= lowest && i <= highest; i += step) {
                probability *= i == mode ? 1 : ratio(i, step, first.trials(), n, k);
                sum += probability;
                observed += probability <= as * AS_LIKELY ? probability : 0;
                if (probability < NEGLIGIBLE) {
                    break;
                }
            }
        }
        return Math.min(1, observed / sum);
    }

    private static long mode(long trials, long n, long k) {
        return (long) ((trials + 1.0) * (k + 1.0) / (n + 2.0));
    }

    /** How much likelier a table is than its neighbour nearer to the mode. */
    private static double ratio(long i, int step, long trials, long n, long k) {
        return step > 0
                ? (double) (trials - i + 1) / i * (k - i + 1) / (n - trials - k + i)
                : (double) (i + 1) / (trials - i) * (n - trials - k + i + 1) / (k - i);
    }

    private static double relative(long observed, long mode, long trials, long n, long k) {
        double probability = 1;
        int step = observed < mode ? -1 : 1;
        for (long i = mode; i != observed && probability > 0; ) {
            i += step;
            probability *= ratio(i, step, trials, n, k);
        }
        return probability;
    }
}

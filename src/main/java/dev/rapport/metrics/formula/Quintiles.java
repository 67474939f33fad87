package dev.rapport.metrics.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Scores of 1 to 5 by quintiles: the quantiles of R's type 7 at 20, 40, 60 and 80 %, plus 1, cut the
 * values into half-open ranges [lower, upper). Equal values share a score. Whole numbers only, so
 * that no tie is decided by rounding: amounts come in ten-thousandths.
 */
public final class Quintiles {

    private final BigDecimal[] cuts;
    private final long[] from;

    private Quintiles(BigDecimal[] cuts) {
        this.cuts = cuts;
        this.from = Arrays.stream(cuts)
                .mapToLong(cut -> cut.setScale(0, RoundingMode.CEILING).longValueExact())
                .toArray();
    }

    /** @param one what counts as 1 among the values: 10,000 where they are in ten-thousandths */
    public static Quintiles of(long[] values, long one) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        BigDecimal[] cuts = new BigDecimal[4];
        for (int k = 1; k <= cuts.length; k++) {
            long position = (sorted.length - 1L) * k;
            int below = (int) (position / 5);
            BigDecimal low = BigDecimal.valueOf(sorted[below]);
            BigDecimal step = BigDecimal.valueOf(sorted[Math.min(below + 1, sorted.length - 1)])
                    .subtract(low);
            BigDecimal part = BigDecimal.valueOf(position % 5).movePointLeft(1).multiply(BigDecimal.valueOf(2));
            cuts[k - 1] = low.add(step.multiply(part)).add(BigDecimal.valueOf(one));
        }
        return new Quintiles(cuts);
    }

    public int score(long value) {
        int score = 1;
        for (long cut : from) {
            score += value >= cut ? 1 : 0;
        }
        return score;
    }

    /** The whole numbers from which on a value scores 2, 3, 4 and 5. */
    public long[] thresholds() {
        return from.clone();
    }

    /** The cut points, in units of {@code one}. */
    public List<BigDecimal> cuts(long one) {
        List<BigDecimal> found = new ArrayList<>();
        for (BigDecimal cut : cuts) {
            found.add(Exact.tidy(Exact.divide(cut, BigDecimal.valueOf(one))));
        }
        return List.copyOf(found);
    }
}

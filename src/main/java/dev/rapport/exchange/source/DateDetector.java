package dev.rapport.exchange.source;

import java.util.Optional;

/** Finds the one order in which all dates of a file are written, value by value. */
final class DateDetector {
    private final int[] hits = new int[DatePattern.KNOWN.size()];
    private int least;

    void accept(String text) {
        for (int i = 0; i < hits.length; i++) {
            if (hits[i] >= least && DatePattern.KNOWN.get(i).reads(text)) {
                hits[i]++;
            }
        }
    }

    /** Whether day and month could still be told apart by reading on. */
    boolean isUndecided() {
        int best = max();
        return best > 0
                && java.util.Arrays.stream(hits).filter(it -> it == best).count() > 1;
    }

    /** From now on only those patterns are tried that fitted best so far. */
    void narrow() {
        least = max();
    }

    Optional<DatePattern> best(boolean monthFirst) {
        int best = max();
        if (best == 0) {
            return Optional.empty();
        }
        return DatePattern.KNOWN.stream()
                .filter(it -> hits[DatePattern.KNOWN.indexOf(it)] == best)
                .reduce((first, next) -> monthFirst && next.pattern().startsWith("M") ? next : first);
    }

    private int max() {
        return java.util.Arrays.stream(hits).max().orElse(0);
    }
}

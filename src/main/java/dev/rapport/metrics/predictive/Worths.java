package dev.rapport.metrics.predictive;

import java.util.Arrays;

/** What each was worth, in the order of their numbers. */
final class Worths {
    private long[] ids = new long[1024];
    private double[] worth = new double[1024];
    private int size;

    void add(long id, double value) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            worth = Arrays.copyOf(worth, size * 2);
        }
        ids[size] = id;
        worth[size++] = value;
    }

    /** Not a number for who wasn’t there. */
    double of(long id) {
        int at = Arrays.binarySearch(ids, 0, size, id);
        return at < 0 ? Double.NaN : worth[at];
    }
}

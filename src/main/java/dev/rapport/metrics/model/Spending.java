package dev.rapport.metrics.model;

import java.util.Arrays;

/** What repeat buyers spent: m a purchase on average over x repeat purchases. Only x > 0 and m > 0 say anything. */
public final class Spending {

    private static final int SAMPLE = 20_000;

    private int[] x = new int[1024];
    private double[] m = new double[1024];
    private int size;
    private boolean varied;

    public void add(int repeats, double mean) {
        if (repeats <= 0 || mean <= 0) {
            return;
        }
        if (size == x.length) {
            x = Arrays.copyOf(x, size * 2);
            m = Arrays.copyOf(m, size * 2);
        }
        varied |= size > 0 && mean != m[0];
        x[size] = repeats;
        m[size++] = mean;
    }

    public int customers() {
        return size;
    }

    /** Whether customers differ at all: without that there is no spread to fit. */
    boolean varied() {
        return varied;
    }

    int x(int i) {
        return x[i];
    }

    double m(int i) {
        return m[i];
    }

    double mean() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += m[i];
        }
        return sum / size;
    }

    Spending thinned() {
        if (size <= 2 * SAMPLE) {
            return this;
        }
        Spending some = new Spending();
        int step = (size + SAMPLE - 1) / SAMPLE;
        for (int i = 0; i < size; i += step) {
            some.add(x[i], m[i]);
        }
        return some;
    }
}

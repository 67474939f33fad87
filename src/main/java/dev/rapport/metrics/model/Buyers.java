package dev.rapport.metrics.model;

import java.util.Arrays;

/**
 * How often and how recently customers bought: x repeat purchases, the last of them tx after the
 * first purchase, which was T ago. Customers alike count as one with a weight, sorted by x.
 */
public final class Buyers {

    final int[] x;
    final double[] tx;
    final double[] t;
    final double[] weight;
    private final long customers;
    private final long repeaters;

    private Buyers(int[] x, double[] tx, double[] t, double[] weight) {
        this.x = x;
        this.tx = tx;
        this.t = t;
        this.weight = weight;
        double all = 0;
        double repeating = 0;
        for (int i = 0; i < x.length; i++) {
            all += weight[i];
            repeating += x[i] > 0 ? weight[i] : 0;
        }
        customers = Math.round(all);
        repeaters = Math.round(repeating);
    }

    public long customers() {
        return customers;
    }

    /** Those who bought again at least once. */
    public long repeaters() {
        return repeaters;
    }

    int size() {
        return x.length;
    }

    double total(double[] of) {
        double sum = 0;
        for (int i = 0; i < of.length; i++) {
            sum += weight[i] * of[i];
        }
        return sum;
    }

    double purchases() {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weight[i] * x[i];
        }
        return sum;
    }

    /** Every so manieth, enough to find one's way with. */
    Buyers thinned(int most) {
        int step = (x.length + most - 1) / most;
        Collector some = new Collector();
        for (int i = 0; i < x.length; i += step) {
            some.add(x[i], tx[i], t[i], weight[i]);
        }
        return some.buyers();
    }

    /** Takes customers in any order. */
    public static final class Collector {

        private double[][] rows = new double[4][1024];
        private int size;

        public void add(int x, double tx, double t) {
            add(x, tx, t, 1);
        }

        /** @param weight how many customers are alike */
        public void add(int x, double tx, double t, double weight) {
            if (size == rows[0].length) {
                for (int column = 0; column < rows.length; column++) {
                    rows[column] = Arrays.copyOf(rows[column], size * 2);
                }
            }
            rows[0][size] = x;
            // Without a repeat purchase there is no last one: the model doesn't look at it.
            rows[1][size] = x == 0 ? 0 : tx;
            rows[2][size] = t;
            rows[3][size++] = weight;
        }

        public Buyers buyers() {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, this::compare);
            int[] x = new int[size];
            double[] tx = new double[size];
            double[] t = new double[size];
            double[] weight = new double[size];
            int groups = 0;
            for (int k = 0; k < size; k++) {
                int row = order[k];
                if (k > 0 && compare(order[k - 1], row) == 0) {
                    weight[groups - 1] += rows[3][row];
                    continue;
                }
                x[groups] = (int) rows[0][row];
                tx[groups] = rows[1][row];
                t[groups] = rows[2][row];
                weight[groups++] = rows[3][row];
            }
            return new Buyers(
                    Arrays.copyOf(x, groups),
                    Arrays.copyOf(tx, groups),
                    Arrays.copyOf(t, groups),
                    Arrays.copyOf(weight, groups));
        }

        private int compare(int one, int other) {
            for (int column = 0; column < 3; column++) {
                int order = Double.compare(rows[column][one], rows[column][other]);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }
}

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

        private int[] x = new int[1024];
        private double[] tx = new double[1024];
        private double[] t = new double[1024];
        private double[] weight = new double[1024];
        private int size;

        public void add(int x, double tx, double t) {
            add(x, tx, t, 1);
        }

        /** @param weight how many customers are alike */
        public void add(int x, double tx, double t, double weight) {
            if (size == this.x.length) {
                grow(size * 2);
            }
            this.x[size] = x;
            // Without a repeat purchase there is no last one: the model doesn't look at it.
            this.tx[size] = x == 0 ? 0 : tx;
            this.t[size] = t;
            this.weight[size++] = weight;
        }

        private void grow(int length) {
            x = Arrays.copyOf(x, length);
            tx = Arrays.copyOf(tx, length);
            t = Arrays.copyOf(t, length);
            weight = Arrays.copyOf(weight, length);
        }

        public Buyers buyers() {
            sort(0, size - 1);
            int groups = 0;
            for (int i = 0; i < size; i++) {
                if (groups > 0 && compare(i, x[groups - 1], tx[groups - 1], t[groups - 1]) == 0) {
                    weight[groups - 1] += weight[i];
                } else {
                    swap(i, groups++);
                }
            }
            size = groups;
            grow(groups);
            return new Buyers(x, tx, t, weight);
        }

        /** In place: with a million customers an index of objects would take more memory than the customers. */
        private void sort(int from, int to) {
            int low = from;
            int high = to;
            while (low < high) {
                int middle = (low + high) >>> 1;
                int px = x[middle];
                double ptx = tx[middle];
                double pt = t[middle];
                int i = low;
                int j = high;
                while (i <= j) {
                    while (compare(i, px, ptx, pt) < 0) {
                        i++;
                    }
                    while (compare(j, px, ptx, pt) > 0) {
                        j--;
                    }
                    if (i <= j) {
                        swap(i++, j--);
                    }
                }
                if (j - low < high - i) {
                    sort(low, j);
                    low = i;
                } else {
                    sort(i, high);
                    high = j;
                }
            }
        }

        private int compare(int i, int otherX, double otherTx, double otherT) {
            if (x[i] != otherX) {
                return x[i] < otherX ? -1 : 1;
            }
            int order = Double.compare(tx[i], otherTx);
            return order != 0 ? order : Double.compare(t[i], otherT);
        }

        private void swap(int i, int j) {
            int ix = x[i];
            x[i] = x[j];
            x[j] = ix;
            swap(tx, i, j);
            swap(t, i, j);
            swap(weight, i, j);
        }

        private static void swap(double[] of, int i, int j) {
            double kept = of[i];
            of[i] = of[j];
            of[j] = kept;
        }
    }
}

package dev.rapport.metrics.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The value of customers over some months: Σ E(M) · [E Y(4.345 i) − E Y(4.345 (i − 1))] / (1 + d)^i, in
 * weeks of 4.345 to a month, paid at the end of each month. What depends on x and T alone is kept, as
 * many customers share both; an instance serves one thread.
 */
public final class PurchaseModel {

    public static final double WEEKS_OF_MONTH = 4.345;

    private record Age(int x, double t) {}

    private record Ahead(double discounted, double plain) {}

    private static final int KEPT = 50_000;

    private final BgNbd model;
    private final int months;
    private final double monthlyRate;
    private final double within;
    private final Map<Age, Ahead> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Age, Ahead> eldest) {
            return size() > KEPT;
        }
    };

    /** @param within weeks within which purchases are expected */
    public PurchaseModel(BgNbd model, int months, double monthlyRate, double within) {
        this.model = model;
        this.months = months;
        this.monthlyRate = monthlyRate;
        this.within = within;
    }

    public double alive(int x, double tx, double t) {
        return model.alive(x, tx, t);
    }

    public double expectedPurchases(int x, double tx, double t) {
        return model.alive(x, tx, t) * ahead(x, t).plain();
    }

    /** Purchases to come over the horizon, each discounted to now: times the value of one it is the lifetime value. */
    public double discountedPurchases(int x, double tx, double t) {
        return model.alive(x, tx, t) * ahead(x, t).discounted();
    }

    private Ahead ahead(int x, double t) {
        return known.computeIfAbsent(
                new Age(x, t),
                age -> new Ahead(
                        discounted(model, age.x(), age.t(), months, monthlyRate),
                        model.expectedIfAlive(age.x(), age.t(), within)));
    }

    static double discounted(BgNbd model, int x, double t, int months, double monthlyRate) {
        double[] until = new double[months + 1];
        Arrays.setAll(until, i -> model.expectedIfAlive(x, t, WEEKS_OF_MONTH * i));
        double sum = 0;
        for (int i = 1; i <= months; i++) {
            sum += (until[i] - until[i - 1]) / Math.pow(1 + monthlyRate, i);
        }
        return sum;
    }
}

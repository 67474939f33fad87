package dev.rapport.metrics.model;

import dev.rapport.metrics.model.Variations.Models;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What fitted models expect of one customer after another, and how far their own uncertainty moves that. What depends on x and
 * T alone takes nearly all the time and is kept for who is looked at again; for any number of threads.
 */
public final class Foresight {

    /**
     * @param alive chance that the customer will ever buy again
     * @param purchases to expect within the months
     * @param spend on one of them; null where spending has no mean
     * @param value of them all, discounted
     * @param logError of the value, as {@link Variations#logError} has it
     */
    public record Expected(
            double alive,
            double purchases,
            @Nullable Double spend,
            @Nullable Double value,
            double logError) {}

    private record Age(int x, double t) {}

    /** @param discounted by the fitted model and by those that differ in how customers buy */
    private record Ahead(double plain, double[] discounted) {}

    /** The fitted models and four parameters of buying, each up and down; the others differ in spending alone. */
    private static final int BUYING = 9;

    private final Variations variations;
    private final List<Models> models;
    private final int months;
    private final double monthlyRate;
    private final int kept;
    private final Map<Age, Ahead> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Age, Ahead> eldest) {
            return size() > kept;
        }
    };

    /** @param kept pairs of x and T, each of about 200 bytes */
    public Foresight(Variations variations, int months, double monthlyRate, int kept) {
        this.kept = kept;
        this.variations = variations;
        this.models = variations.models();
        this.months = months;
        this.monthlyRate = monthlyRate;
    }

    public Expected of(int x, double tx, double t, double m) {
        Ahead ahead = ahead(x, t);
        double[] values = values(x, tx, t, m, ahead);
        double alive = models.get(0).buying().alive(x, tx, t);
        Double spend = models.get(0).value().expectedValue(x, m);
        return new Expected(
                alive,
                alive * ahead.plain(),
                spend,
                spend == null ? null : Double.valueOf(values[0]),
                values[0] > 0 ? variations.logError(values) : Double.NaN);
    }

    /** The value by the fitted models and by each that differs from them, as {@link Variations#models} has them; not a number where spending has no mean. */
    public double[] values(int x, double tx, double t, double m) {
        return values(x, tx, t, m, ahead(x, t));
    }

    private double[] values(int x, double tx, double t, double m, Ahead ahead) {
        double[] values = new double[models.size()];
        for (int i = 0; i < values.length; i++) {
            Models each = models.get(i);
            Double spend = each.value().expectedValue(x, m);
            values[i] = spend == null
                    ? Double.NaN
                    : spend * each.buying().alive(x, tx, t) * ahead.discounted()[i < BUYING ? i : 0];
        }
        return values;
    }

    private Ahead ahead(int x, double t) {
        Age age = new Age(x, t);
        synchronized (known) {
            Ahead found = known.get(age);
            if (found != null) {
                return found;
            }
        }
        Ahead made = made(x, t);
        synchronized (known) {
            known.put(age, made);
        }
        return made;
    }

    private Ahead made(int x, double t) {
        BgNbd fitted = models.get(0).buying();
        double end = months * PurchaseModel.WEEKS_OF_MONTH;
        MonthsAhead few = new MonthsAhead(months, monthlyRate, fitted.alpha() + t);
        double[] discounted = new double[BUYING];
        Arrays.setAll(
                discounted,
                i -> i == 0
                        ? PurchaseModel.discounted(fitted, x, t, months, monthlyRate)
                        : few.sum(within -> models.get(i).buying().expectedIfAlive(x, t, within)));
        return new Ahead(fitted.expectedIfAlive(x, t, end), discounted);
    }
}

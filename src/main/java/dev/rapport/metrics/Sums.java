package dev.rapport.metrics;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Sums over customers, each by its name: what some of them contribute can be taken off and put on again, exactly. */
final class Sums {
    private final TreeMap<String, BigDecimal> values = new TreeMap<>();

    static Sums of(Map<String, BigDecimal> values) {
        Sums sums = new Sums();
        values.forEach(sums::add);
        return sums;
    }

    void add(String name, long value) {
        add(name, BigDecimal.valueOf(value));
    }

    void add(String name, BigDecimal value) {
        BigDecimal sum = plain(values.getOrDefault(name, BigDecimal.ZERO).add(value));
        if (sum.signum() == 0) {
            values.remove(name);
        } else {
            values.put(name, sum);
        }
    }

    Sums plus(Sums others) {
        Sums sums = of(values);
        others.values.forEach(sums::add);
        return sums;
    }

    Sums minus(Sums others) {
        Sums sums = of(values);
        others.values.forEach((name, value) -> sums.add(name, value.negate()));
        return sums;
    }

    BigDecimal amount(String name) {
        return values.getOrDefault(name, BigDecimal.ZERO);
    }

    long count(String name) {
        return amount(name).longValueExact();
    }

    /** All whose names begin so, with the rest of each name. */
    void each(String prefix, BiConsumer<String, BigDecimal> consumer) {
        values.subMap(prefix, prefix + Character.MAX_VALUE)
                .forEach((name, value) -> consumer.accept(name.substring(prefix.length()), value));
    }

    Map<String, BigDecimal> values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sums sums && values.equals(sums.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /** One way to write each number, so that equal sums are equal whatever they went through. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

package dev.rapport.demo;

import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/** Luck from a fixed seed: the same demo on every machine. */
final class Chance {
    private final Random random;

    /** @param what is invented, each with luck of its own: one more question of one leaves the others' answers as they are */
    Chance(String what) {
        random = new Random(what.hashCode());
    }

    boolean in(double share) {
        return random.nextDouble() < share;
    }

    /** From {@code low} up to and with {@code high}. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Around {@code mean}, often shorter, at times much longer. */
    int gap(int mean) {
        return (int) Math.round(mean * (0.3 + 0.7 * -Math.log(1 - random.nextDouble()))) + 1;
    }

    double drift(double step) {
        return 1 + step * random.nextGaussian();
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> T of(List<T> choices, ToIntFunction<T> weight) {
        int ticket = random.nextInt(choices.stream().mapToInt(weight).sum());
        for (T choice : choices) {
            ticket -= weight.applyAsInt(choice);
            if (ticket < 0) {
                return choice;
            }
        }
        throw new IllegalStateException();
    }
}

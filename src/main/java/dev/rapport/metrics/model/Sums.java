package dev.rapport.metrics.model;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Runs the parts of a sum on all processors where there is enough to do. */
final class Sums {

    private static final int WORTH_IT = 20_000;

    private Sums() {}

    static void over(int parts, int size, IntConsumer part) {
        IntStream all = IntStream.range(0, parts);
        (size < WORTH_IT ? all : all.parallel()).forEach(part);
    }
}

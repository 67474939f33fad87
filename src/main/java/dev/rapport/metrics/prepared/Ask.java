package dev.rapport.metrics.prepared;

import java.util.List;
import java.util.function.Supplier;

/**
 * A question to {@link Preparations}.
 *
 * @param about with the name it tells the question from all others, whoever asks
 * @param work answers it
 */
public record Ask<T>(String name, List<?> about, Supplier<T> work) {}

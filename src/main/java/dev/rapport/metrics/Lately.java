package dev.rapport.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The last few answers to questions that take long; each question holds all that its answer depends on. */
public final class Lately<K, V> {
    private static final int KEPT = 8;

    private final Map<K, V> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    };

    public V of(K question, Supplier<V> answer) {
        synchronized (known) {
            V found = known.get(question);
            if (found != null) {
                return found;
            }
        }
        V made = answer.get();
        synchronized (known) {
            known.put(question, made);
        }
        return made;
    }
}

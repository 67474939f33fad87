package dev.rapport.metrics;

import dev.rapport.platform.Refused;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who would recommend the business, by their score of 0 to 10. */
public enum Recommender {
    DETRACTOR(0, 6),
    PASSIVE(7, 8),
    PROMOTER(9, 10);

    private final int lowest;
    private final int highest;

    Recommender(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    int lowest() {
        return lowest;
    }

    int highest() {
        return highest;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Detractors unless others are asked for: they say what to mend. */
    public static Recommender of(@Nullable String code) {
        return code == null || code.isBlank()
                ? DETRACTOR
                : Arrays.stream(values())
                        .filter(kind -> kind.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new Refused("kind", "metrics.refused.kind"));
    }
}

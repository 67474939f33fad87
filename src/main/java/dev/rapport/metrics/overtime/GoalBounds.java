package dev.rapport.metrics.overtime;

import dev.rapport.metrics.Metric;
import dev.rapport.platform.Refused;
import java.math.BigDecimal;

/** Between which values a figure can lie at all: a goal beyond them can't be reached by anybody. */
record GoalBounds(long least, long most, boolean whole) {

    private static final long ANY = 100_000_000_000_000L;
    private static final int FINEST = 4;

    static GoalBounds of(Metric metric) {
        return switch (metric) {
            case NPS -> new GoalBounds(-100, 100, false);
            case CES -> new GoalBounds(1, 7, false);
            case SAT_GAP -> new GoalBounds(-1, 1, false);
            case CSAT, RETENTION, CHURN, GRR, REPEAT_RATE, SURVIVAL, CONVERSION -> new GoalBounds(0, 100, false);
            case NRR -> new GoalBounds(0, 10_000, false);
            case ACTIVE_CUSTOMERS, NEW_CUSTOMERS -> new GoalBounds(0, ANY, true);
            default -> new GoalBounds(0, ANY, false);
        };
    }

    BigDecimal held(BigDecimal target) {
        if (target.compareTo(BigDecimal.valueOf(least)) < 0 || target.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw most == ANY
                    ? new Refused("target", target.signum() < 0 ? "goals.refused.negative" : "goals.refused.large")
                    : new Refused("target", "goals.refused.range", least, most);
        }
        int scale = target.stripTrailingZeros().scale();
        if (whole && scale > 0) {
            throw new Refused("target", "goals.refused.whole");
        }
        if (scale > FINEST) {
            throw new Refused("target", "goals.refused.fine", FINEST);
        }
        return target;
    }
}

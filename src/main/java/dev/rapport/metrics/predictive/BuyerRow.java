package dev.rapport.metrics.predictive;

import org.jspecify.annotations.Nullable;

/**
 * A customer as the models see one: x purchase days after the first, the last of them tx weeks after
 * it, the first t weeks ago, m spent on a repeat day on average (0 where x = 0).
 */
public record BuyerRow(long id, @Nullable String externalId, int x, double tx, double t, double m) {

    BuyerRow known(@Nullable String name) {
        return new BuyerRow(id, name, x, tx, t, m);
    }
}

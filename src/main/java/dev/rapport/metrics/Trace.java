package dev.rapport.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All there is to know of one figure.
 *
 * @param clv every definition of lifetime value, where that is the figure
 */
public record Trace(
        Tile tile,
        List<Tile> beside,
        @Nullable Clv clv,
        @Nullable Integer churnDays) {}

package dev.rapport.metrics;

import dev.rapport.metrics.formula.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The numbers of a period.
 *
 * @param revenue step by step, apart for new and returning customers
 * @param nps step by step with its interval; a step without answers has no value
 */
public record Dashboard(
        Period period,
        List<Tile> tiles,
        Bucket bucket,
        List<RevenueStep> revenue,
        List<NpsStep> nps,
        List<Cohort> cohorts,
        Overview overview) {

    public record RevenueStep(LocalDate step, BigDecimal fresh, BigDecimal returning) {}

    public record NpsStep(LocalDate step, Figure nps) {}

    Dashboard with(List<Overview.Contact> contacts) {
        return new Dashboard(period, tiles, bucket, revenue, nps, cohorts, overview.with(contacts));
    }

    public Tile tile(Metric metric) {
        return tiles.stream()
                .filter(tile -> tile.metric() == metric)
                .findFirst()
                .orElseThrow();
    }
}

package dev.rapport.metrics;

import dev.rapport.metrics.formula.Figure;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How content customers are: the scores, how they moved, over time and by group.
 *
 * @param trend at the end of each step what was answered in the {@link #ROLLING} days up to it
 */
public record Satisfaction(List<Tile> tiles, Bucket bucket, List<Point> trend, GroupKind by, List<Row> groups) {

    public static final int ROLLING = 90;

    /** @param step first day of the step, for its label */
    public record Point(LocalDate step, LocalDate end, Figure nps, Figure csat, Figure ces) {}

    /** @param name of the group; null of those who are in none */
    public record Row(@Nullable String name, Figure nps, Figure csat, Figure ces) {}
}

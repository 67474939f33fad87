package dev.rapport.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who stays: the rates, who came back by month of first purchase, and how long customers last. */
public record Loyalty(
        List<Tile> tiles,
        List<Cohort> cohorts,
        SurvivalCurve survival,
        @Nullable Integer churnDays) {}

package dev.rapport.metrics.formula;

/** What a figure is counted in. Percentages are 0..100, points are NPS points, ratios are plain numbers. */
public enum Unit {
    PERCENT,
    POINTS,
    MONEY,
    COUNT,
    RATIO,
    MONTHS,
    SCORE
}

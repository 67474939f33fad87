package dev.rapport.metrics;

import dev.rapport.metrics.formula.Span;
import dev.rapport.metrics.formula.Text;
import java.time.LocalDate;
import java.util.List;

/** Cohorts with their trace: a figure whose value is rows. */
public record CohortTable(List<Cohort> value, long n, Span period, LocalDate asOf, Text formula) {}

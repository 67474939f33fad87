package dev.rapport.metrics.web;

import dev.rapport.metrics.formula.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cohorts as the API gives them: a figure whose value is rows. */
record CohortsBody(
        List<Row> value,
        Unit unit,
        long n,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        String formula,
        Map<String, Object> inputs) {

    /** One month's customers; {@code active} is null for months not yet over. */
    record Row(String month, long size, List<@Nullable Long> active) {}
}
